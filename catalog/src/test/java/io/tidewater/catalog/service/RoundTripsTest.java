/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import static io.tidewater.catalog.service.ServiceFixture.setting;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a remote warehouse is asked: that is what the speed of a catalog is made of. */
class RoundTripsTest {
  @TempDir private Path directory;
  private ServiceFixture catalog;
  private TableIdentifier table;

  @BeforeEach
  void createTable() {
    catalog = new ServiceFixture(directory, store -> store);
    table = catalog.createTable("orders");
    catalog.files().forget();
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void commitsWithOneWriteAndNoRead() {
    catalog.services().tables().commit(table, setting(table, "a", "1"));

    assertThat(catalog.files().writes()).isEqualTo(1);
    assertThat(catalog.files().reads()).isZero();
    assertThat(catalog.files().deletes()).isZero();
  }

  @Test
  void loadsWhatItWroteWithoutReading() {
    catalog.services().tables().commit(table, setting(table, "a", "1"));
    catalog.files().forget();

    catalog.load(table);

    assertThat(catalog.files().reads()).isZero();
  }

  @Test
  void findsTableWithoutTouchingFiles() {
    catalog.services().tables().find(table);

    assertThat(catalog.files().reads()).isZero();
  }

  @Test
  void readsOnceAfterRestart() {
    catalog.close();
    catalog = new ServiceFixture(directory, store -> store);

    catalog.load(table);
    catalog.load(table);

    assertThat(catalog.files().reads()).isEqualTo(1);
  }
}
