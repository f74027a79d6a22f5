/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.examples.quickstart.CatalogProcess;
import io.tidewater.examples.soak.Aggressive;
import io.tidewater.examples.soak.CompactionProcess;
import io.tidewater.examples.soak.LiveFiles;
import io.tidewater.testing.jars.ProjectHome;
import io.tidewater.testing.query.QueryException;
import io.tidewater.testing.spark.SparkSettings;
import io.tidewater.testing.spark.SparkSql;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service and Spark's own compaction rewrite one table at the same time, while it grows. */
class ForeignCompactionIT {
  private static final int ROUNDS = 6;
  private static final int COMMITS = 4;

  @Test
  void keepsEachRowOnceBesideSparksRewriteDataFiles(@TempDir Path folder) {
    Path home = ProjectHome.find();
    int rewritten = 0;
    try (CatalogProcess catalog = CatalogProcess.start(home, folder.resolve("catalog"));
        BusyTable table = new BusyTable(catalog.uri(), "sea.shared");
        SparkSql spark =
            SparkSql.start(SparkSettings.in(folder.resolve("spark"), URI.create(catalog.uri())));
        CompactionProcess service =
            CompactionProcess.start(
                home, folder.resolve("compaction"), Aggressive.settings(catalog.uri()))) {
      for (int round = 0; round < ROUNDS; round++) {
        for (int commit = 0; commit < COMMITS; commit++) {
          table.grow();
        }
        try {
          spark.query(
              "call ice.system.rewrite_data_files(table => 'sea.shared',"
                  + " options => map('min-input-files', '2'))");
          rewritten++;
        } catch (QueryException e) {
          // The service came first: Spark notices, and gives up.
        }
      }
      service.close();

      System.out.println("Spark's rewrites that went through: " + rewritten);
      assertThat(table.read()).isEqualTo(List.copyOf(table.expected()));
      assertThat(LiveFiles.look(table.table()).missing()).isEmpty();
    }
  }
}
