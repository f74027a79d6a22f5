/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import static io.tidewater.catalog.service.ServiceFixture.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.catalog.store.StoreOutcomeUnknownException;
import io.tidewater.catalog.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.MetadataUpdate;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a commit leaves behind, and says, when something breaks in the middle of it. */
class CommitFaultsTest {
  @TempDir private Path directory;
  private FaultyStore store;
  private ServiceFixture catalog;
  private TableIdentifier table;

  @BeforeEach
  void createTable() {
    catalog =
        new ServiceFixture(
            directory,
            real -> {
              store = new FaultyStore(real);
              return store;
            });
    table = catalog.createTable("orders");
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void leavesTableIntactWhenTheProcessDiesBetweenFileAndPointer() throws IOException {
    String before = catalog.load(table).location();
    store.failOnce(
        (real, changes) -> {
          throw new Death();
        });
    assertThatThrownBy(() -> commit("a", "1")).isInstanceOf(Death.class);
    assertThat(metadataFiles()).hasSize(2);

    // The next process knows only what is in the database and in the files.
    catalog.close();
    catalog = new ServiceFixture(directory, real -> real);

    assertThat(catalog.load(table).location()).isEqualTo(before);
    commit("a", "2");
    assertThat(property("a")).isEqualTo("2");
    assertThat(catalog.load(table).metadata().previousFiles()).hasSize(1);
  }

  @Test
  void saysThatNothingChangedWhenTheStoreRefuses() throws IOException {
    store.failOnce(
        (real, changes) -> {
          throw new StoreUnavailableException("no disk", new IOException());
        });

    assertThatThrownBy(() -> commit("a", "1")).isInstanceOf(CommitFailedException.class);
    assertThat(metadataFiles()).as("the unused file is gone").hasSize(1);
    commit("a", "2");
    assertThat(property("a")).isEqualTo("2");
  }

  @Test
  void findsOutThatCommitHappenedThoughTheStoreCouldNotTell() {
    store.failOnce(
        (real, changes) -> {
          real.commit(changes);
          throw new StoreOutcomeUnknownException("gone while committing", new IOException());
        });

    commit("a", "1");

    assertThat(property("a")).isEqualTo("1");
  }

  @Test
  void admitsThatItDoesNotKnowAndKeepsTheFile() throws IOException {
    store.failOnce(
        (real, changes) -> {
          throw new StoreOutcomeUnknownException("gone while committing", new IOException());
        });

    assertThatThrownBy(() -> commit("a", "1")).isInstanceOf(CommitStateUnknownException.class);
    assertThat(metadataFiles()).as("the file may be current by now").hasSize(2);
  }

  @Test
  void beginsAgainOnTheNewBaseWhenAnotherServerWasFaster() {
    store.failOnce(
        (real, changes) -> {
          // What another server does on the same database, at the worst moment.
          catalog.services().tables().commit(table, setting(table, "other", "1"));
          real.commit(changes);
        });
    // A thread may enter its own lane again, so the nested commit gets through, as another
    // server's would.
    commit("mine", "1");

    assertThat(property("other")).isEqualTo("1");
    assertThat(property("mine")).isEqualTo("1");
    assertThat(catalog.load(table).metadata().previousFiles()).hasSize(2);
  }

  @Test
  void saysThatNothingChangedWhenTheMetadataCannotBeWritten() {
    catalog.files().becomeReadOnly();

    assertThatThrownBy(() -> commit("a", "1"))
        .isInstanceOf(CommitFailedException.class)
        .hasMessageContaining("Nothing was changed");
    assertThatThrownBy(() -> catalog.createTable("new"))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("sea.new was not created");

    catalog.files().becomeWritable();
    commit("a", "2");
    catalog.createTable("new");
    assertThat(property("a")).isEqualTo("2");
  }

  @Test
  void writesNothingForRequestThatChangesNothing() {
    String before = catalog.load(table).location();
    catalog.files().forget();

    catalog
        .services()
        .tables()
        .commit(
            table,
            UpdateTableRequest.create(
                table, List.of(), List.of(new MetadataUpdate.UpgradeFormatVersion(2))));

    assertThat(catalog.load(table).location()).isEqualTo(before);
    assertThat(catalog.files().writes()).isZero();
  }

  private void commit(String key, String value) {
    catalog.services().tables().commit(table, setting(table, key, value));
  }

  private String property(String key) {
    return catalog.load(table).metadata().properties().get(key);
  }

  private List<Path> metadataFiles() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("warehouse"))) {
      return files.filter(file -> file.toString().endsWith(".metadata.json")).toList();
    }
  }

  /** Nothing in the service catches it, as nothing catches the end of a process. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }
}
