/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.LedgerReading;
import io.tidewater.format.ledger.TableLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/** Whether a table holds what it is to hold, and all that its snapshots need. */
final class TableHealth {
  private TableHealth() {}

  static void assertHolds(Table table, SinkModel sink, String when) {
    table.refresh();
    assertThat(rows(table, when)).as("rows, %s", when).isEqualTo(sink.latest());
    assertThat(ledger(table)).as("ledger, %s", when).isEqualTo(sink.ledger());
    Set<String> seen = new HashSet<>();
    for (Snapshot snapshot : table.snapshots()) {
      assertExists(table, snapshot.manifestListLocation(), when);
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        if (seen.add(manifest.path())) {
          assertExists(table, manifest.path(), when);
          assertExist(table, manifest, when);
        }
      }
    }
    table.statisticsFiles().forEach(file -> assertExists(table, file.path(), when));
    table.partitionStatisticsFiles().forEach(file -> assertExists(table, file.path(), when));
  }

  private static Map<Long, String> rows(Table table, String when) {
    Map<Long, String> rows = new TreeMap<>();
    for (Record row : TestTables.rows(table)) {
      String name = (String) row.getField("name");
      assertThat(rows.put((Long) row.getField("id"), name)).as("row twice, %s", when).isNull();
    }
    return rows;
  }

  private static Ledger ledger(Table table) {
    LedgerReading reading = new TableLedger(table, "main", Optional.of("orders")).read();
    return ((LedgerReading.Known) reading).ledger();
  }

  private static void assertExist(Table table, ManifestFile manifest, String when) {
    try (CloseableIterable<? extends ContentFile<?>> files =
        manifest.content() == ManifestContent.DATA
            ? ManifestFiles.read(manifest, table.io(), table.specs())
            : ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs())) {
      files.forEach(file -> assertExists(table, file.location(), when));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertExists(Table table, String location, String when) {
    assertThat(table.io().newInputFile(location).exists()).as("%s, %s", location, when).isTrue();
  }
}
