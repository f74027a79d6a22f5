/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.OptionGroup;
import io.tidewater.connector.config.keys.Settings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * What the columns of a table hold.
 *
 * @param metadata the names of the metadata columns that rows carry, {@code _kafka_topic} only
 *     where several topics may feed the table
 * @param timeOfDay how a time of day is stored
 */
public record ColumnOptions(Set<String> metadata, TimeOfDay timeOfDay) {
  private static final String METADATA = "tidewater.metadata-columns";
  private static final String TIME_OF_DAY = "tidewater.time-of-day";
  private static final String NONE = "none";
  private static final List<String> ALL =
      List.of(
          "_kafka_topic",
          "_kafka_partition",
          "_kafka_offset",
          "_kafka_timestamp",
          "_kafka_key",
          "_kafka_headers",
          "_kafka_schema_id");

  public ColumnOptions {
    metadata = Set.copyOf(metadata);
  }

  static void define(ConfigDef definition) {
    new OptionGroup(definition, "Columns")
        .list(
            METADATA,
            String.join(",", ALL),
            Importance.MEDIUM,
            "The metadata columns that rows carry, or none. _kafka_topic appears only in tables that"
                + " several topics may feed. Without _kafka_partition and _kafka_offset a ledger"
                + " that other writers have lost cannot be recovered from the rows.")
        .choice(
            TIME_OF_DAY,
            TimeOfDay.STRING,
            Importance.LOW,
            "The column type of a time of day: string in ISO form, time (Spark cannot read a table"
                + " with such a column), or long, the microseconds after midnight.");
  }

  static ColumnOptions read(Settings settings) {
    List<String> wanted = settings.list(METADATA);
    if (wanted.equals(List.of(NONE))) {
      wanted = List.of();
    }
    Set<String> metadata = new LinkedHashSet<>(wanted);
    for (String name : wanted) {
      if (!ALL.contains(name)) {
        settings.report(
            METADATA,
            "'%s' is no metadata column; there are %s, or %s for none of them"
                .formatted(name, ALL, NONE));
      }
    }
    return new ColumnOptions(metadata, settings.choice(TIME_OF_DAY, TimeOfDay.STRING));
  }
}
