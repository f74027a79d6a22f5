/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import static io.tidewater.catalog.service.ServiceFixture.SEA;
import static io.tidewater.catalog.service.ServiceFixture.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.MetadataUpdate;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.UpdateRequirement;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several tables change as one. */
class TransactionServiceTest {
  @TempDir private Path directory;
  private FaultyStore store;
  private ServiceFixture catalog;
  private TableIdentifier orders;
  private TableIdentifier items;

  @BeforeEach
  void open() {
    catalog =
        new ServiceFixture(
            directory,
            real -> {
              store = new FaultyStore(real);
              return store;
            });
    orders = catalog.createTable("orders");
    items = catalog.createTable("items");
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void changesAllTables() {
    commit(setting(orders, "a", "1"), setting(items, "a", "2"));

    assertThat(property(orders)).isEqualTo("1");
    assertThat(property(items)).isEqualTo("2");
  }

  @Test
  void changesNoneWhenOneRequirementFails() {
    catalog.files().forget();
    UpdateTableRequest failing =
        UpdateTableRequest.create(
            items,
            List.of(new UpdateRequirement.AssertTableUUID("someone-else")),
            List.of(new MetadataUpdate.SetProperties(Map.of("a", "2"))));

    assertThatThrownBy(() -> commit(setting(orders, "a", "1"), failing))
        .isInstanceOf(CommitFailedException.class);

    assertThat(property(orders)).isNull();
    assertThat(property(items)).isNull();
    assertThat(catalog.files().deletes()).as("what was written is taken back").isEqualTo(1);
  }

  @Test
  void changesNoneWhenOneTableMovedMeanwhileAndThenBeginsAgain() {
    store.failOnce(
        (real, changes) -> {
          catalog.services().tables().commit(items, setting(items, "other", "1"));
          assertThatThrownBy(() -> real.commit(changes)).isInstanceOf(CommitFailedException.class);
          assertThat(property(orders)).as("nothing of it landed").isNull();
          real.commit(changes);
        });

    commit(setting(orders, "a", "1"), setting(items, "a", "2"));

    assertThat(property(orders)).isEqualTo("1");
    assertThat(property(items)).isEqualTo("2");
    assertThat(catalog.load(items).metadata().properties()).containsEntry("other", "1");
  }

  @Test
  void createsTablesAmongTheChanges() {
    TableIdentifier fresh = TableIdentifier.of(SEA, "fresh");

    commit(setting(orders, "a", "1"), creating(fresh));

    assertThat(property(orders)).isEqualTo("1");
    assertThat(catalog.load(fresh).metadata().schema().columns()).hasSize(1);
  }

  @Test
  void createsNothingWhenAnotherChangeFails() {
    TableIdentifier fresh = TableIdentifier.of(SEA, "fresh");
    TableIdentifier missing = TableIdentifier.of(SEA, "missing");

    assertThatThrownBy(() -> commit(creating(fresh), setting(missing, "a", "1")))
        .isInstanceOf(NoSuchTableException.class)
        .hasMessage("Table does not exist: sea.missing");

    assertThatThrownBy(() -> catalog.load(fresh)).isInstanceOf(NoSuchTableException.class);
  }

  @Test
  void refusesToChangeTableTwice() {
    assertThatThrownBy(() -> commit(setting(orders, "a", "1"), setting(orders, "b", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sea.orders");
  }

  private UpdateTableRequest creating(TableIdentifier table) {
    TableMetadata staged =
        catalog
            .services()
            .tableCreation()
            .stage(table.namespace(), ServiceFixture.tableNamed(table.name()));
    return UpdateTableRequest.create(
        table, List.of(new UpdateRequirement.AssertTableDoesNotExist()), staged.changes());
  }

  private void commit(UpdateTableRequest... requests) {
    catalog.services().transactions().commit(List.of(requests));
  }

  private String property(TableIdentifier table) {
    return catalog.load(table).metadata().properties().get("a");
  }
}
