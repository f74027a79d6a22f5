/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.OptionGroup;
import io.tidewater.connector.config.keys.Settings;
import java.time.Duration;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * What becomes of records that cannot become rows.
 *
 * @param keeper where they are kept
 * @param suffix what the name of a dead-letter table has more than that of its table
 * @param limit when a table that has too many of them is suspended
 */
public record DeadLetterOptions(Keeper keeper, String suffix, RejectionLimit limit) {
  static final String GROUP = "Bad records";
  static final String KEEPER = "tidewater.dead-letters";
  private static final String SUFFIX = "tidewater.dead-letters.table-suffix";

  /** The key of the share of bad records that suspends a table. */
  public static final String LIMIT_PERCENT = "tidewater.dead-letters.limit.percent";

  /** The key of the number of bad records from which on a table may be suspended. */
  public static final String LIMIT_RECORDS = "tidewater.dead-letters.limit.records";

  private static final String LIMIT_WINDOW = "tidewater.dead-letters.limit.window-ms";
  private static final String DEFAULT_SUFFIX = "__dead_letters";

  /** Where bad records are kept. */
  public enum Keeper {
    /** Where Connect's {@code errors.*} options say. */
    CONNECT,
    /** In an Iceberg table beside the one that they were meant for. */
    TABLE
  }

  static void define(ConfigDef definition) {
    new OptionGroup(definition, GROUP)
        .choice(
            KEEPER,
            Keeper.CONNECT,
            Importance.HIGH,
            "Where records that cannot become rows go: connect, where Connect's errors.* options say"
                + " (with errors.tolerance=none the table stops), or table, an Iceberg table beside"
                + " the record's table, exactly once, whatever errors.tolerance says. Records that"
                + " no table takes go where Connect says.")
        .text(
            SUFFIX,
            DEFAULT_SUFFIX,
            Importance.LOW,
            "What the name of a dead-letter table has more than that of its table.")
        .count(
            LIMIT_PERCENT,
            RejectionLimit.DEFAULT.percent(),
            Importance.MEDIUM,
            "A table of whose records more than this many in a hundred are bad is suspended, so that"
                + " a bad deploy does not empty a topic into the dead letters. Nothing is lost: fix"
                + " the cause and restart the task. 100 switches that off.")
        .count(
            LIMIT_RECORDS,
            RejectionLimit.DEFAULT.records(),
            Importance.MEDIUM,
            "No table is suspended for fewer bad records than this within the window.")
        .count(
            LIMIT_WINDOW,
            RejectionLimit.DEFAULT.window().toMillis(),
            Importance.LOW,
            "The time over which bad records and others are counted, in milliseconds.");
  }

  static DeadLetterOptions read(Settings settings) {
    long percent = settings.number(LIMIT_PERCENT).orElse(RejectionLimit.DEFAULT.percent());
    if (percent > RejectionLimit.NEVER) {
      settings.report(LIMIT_PERCENT, "'%d' is more than a hundred percent".formatted(percent));
      percent = RejectionLimit.NEVER;
    }
    String suffix = settings.text(SUFFIX).orElse(DEFAULT_SUFFIX);
    if (suffix.contains(".")) {
      settings.report(SUFFIX, "'%s' has a dot, which no table name can have".formatted(suffix));
    }
    return new DeadLetterOptions(
        settings.choice(KEEPER, Keeper.CONNECT),
        suffix,
        new RejectionLimit(
            percent,
            settings.number(LIMIT_RECORDS).orElse(RejectionLimit.DEFAULT.records()),
            Duration.ofMillis(
                settings.number(LIMIT_WINDOW).orElse(RejectionLimit.DEFAULT.window().toMillis()))));
  }

  /** The dead-letter table of a table. */
  public TableIdentifier tableOf(TableIdentifier table) {
    return TableIdentifier.of(table.namespace(), table.name() + suffix);
  }
}
