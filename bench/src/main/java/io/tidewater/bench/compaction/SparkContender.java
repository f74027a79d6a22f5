/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

import io.tidewater.testing.query.QueryException;
import io.tidewater.testing.spark.SparkSettings;
import io.tidewater.testing.spark.SparkSql;
import java.nio.file.Path;
import java.util.Map;

/** Iceberg's {@code rewrite_data_files} in a local Spark session with two threads. */
final class SparkContender implements Contender {
  private final SparkSql spark;

  SparkContender(Path folder, Path warehouse, int heapMegabytes) {
    this.spark =
        SparkSql.start(
            new SparkSettings(
                folder,
                "lake",
                Map.of("type", "hadoop", "warehouse", warehouse.toString()),
                heapMegabytes,
                Map.of()));
  }

  @Override
  public String title() {
    return "Spark 4.1 rewrite_data_files";
  }

  @Override
  public long pid() {
    return spark.process().pid();
  }

  @Override
  public boolean takes(Scenario scenario) {
    return true;
  }

  @Override
  public void compact(Scenario scenario) {
    String table = scenario.table();
    String answer =
        spark
            .query(
                "CALL lake.system.rewrite_data_files(table => 'bench."
                    + table
                    + "', options => map('rewrite-all', 'true', 'target-file-size-bytes', '"
                    + CompactionBenchmark.TARGET_BYTES
                    + "'))")
            .rows()
            .toString();
    if (answer.startsWith("[[0,")) {
      throw new QueryException("Spark rewrote nothing of " + table + ": " + answer);
    }
  }

  @Override
  public void close() {
    spark.close();
  }
}
