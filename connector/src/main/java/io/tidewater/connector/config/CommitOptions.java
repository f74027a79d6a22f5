/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.OptionGroup;
import io.tidewater.connector.config.keys.Settings;
import java.time.Duration;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * When and how tables are committed.
 *
 * @param cadence when, for a table without a cadence of its own
 * @param threads how many tables one task commits at the same time
 */
public record CommitOptions(Cadence cadence, int threads) {
  static final String GROUP = "Commits";
  private static final String INTERVAL = "iceberg.control.commit.interval-ms";
  private static final String BYTES = "tidewater.commit.bytes";
  private static final String RECORDS = "tidewater.commit.records";
  private static final String THREADS = "iceberg.control.commit.threads";
  private static final int DEFAULT_THREADS = 4;
  private static final long DEFAULT_INTERVAL = 300_000;

  static void define(ConfigDef definition) {
    new OptionGroup(definition, GROUP)
        .count(
            INTERVAL,
            DEFAULT_INTERVAL,
            Importance.HIGH,
            "Time in milliseconds after which a table's rows are committed, counted from the first"
                + " record that waits. Shorter means fresher tables and more snapshots.")
        .count(
            BYTES,
            null,
            Importance.MEDIUM,
            "Size of a table's new data files in bytes at which they are committed before the"
                + " interval is over. Unset: size does not matter.")
        .count(
            RECORDS,
            null,
            Importance.MEDIUM,
            "Number of a table's new records at which they are committed before the interval is"
                + " over. Unset: the number does not matter.")
        .count(
            THREADS,
            (long) DEFAULT_THREADS,
            Importance.LOW,
            "Number of tables that one task commits at the same time.");
  }

  static CommitOptions read(Settings settings) {
    Cadence cadence =
        new Cadence(
            Duration.ofMillis(settings.number(INTERVAL).orElse(DEFAULT_INTERVAL)),
            settings.number(BYTES),
            settings.number(RECORDS));
    long threads = settings.number(THREADS).orElse(DEFAULT_THREADS);
    return new CommitOptions(cadence, (int) Math.min(threads, Short.MAX_VALUE));
  }
}
