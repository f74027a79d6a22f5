/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import static io.tidewater.catalog.service.ServiceFixture.setting;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.catalog.store.Disposal;
import io.tidewater.catalog.store.TabularKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dropped tables lose their files only if that was wanted, and then surely. */
class PurgesTest {
  @TempDir private Path directory;
  private ServiceFixture catalog;
  private TableIdentifier table;

  @BeforeEach
  void createTable() {
    catalog = new ServiceFixture(directory, store -> store);
    table = catalog.createTable("orders");
    catalog.services().tables().commit(table, setting(table, "a", "1"));
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void keepsFilesOfPlainDrop() throws IOException {
    catalog.services().tables().drop(table, Disposal.KEEP_FILES);

    assertThat(files()).isEqualTo(2);
  }

  @Test
  void deletesFilesOfPurge() throws IOException {
    catalog.services().tables().drop(table, Disposal.PURGE_FILES);

    assertThat(files()).isZero();
    assertThat(catalog.store().purges()).isEmpty();
  }

  @Test
  void carriesOnAtTheNextStartWithWhatACrashCutOff() throws IOException {
    // The drop is in the database, the process dies before the first file is deleted.
    catalog.store().drop(TabularKind.TABLE, table, Disposal.PURGE_FILES);
    catalog.close();
    assertThat(files()).isEqualTo(2);

    catalog = new ServiceFixture(directory, store -> store);

    assertThat(files()).isZero();
    assertThat(catalog.store().purges()).isEmpty();
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("warehouse"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
