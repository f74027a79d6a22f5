/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.OptionGroup;
import io.tidewater.connector.config.keys.Settings;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.column.MetadataColumns;
import io.tidewater.format.schema.TimeOfDay;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * What the columns of a table hold.
 *
 * @param metadata the metadata columns that rows carry, that of the topic only where several topics
 *     may feed the table
 * @param timeOfDay how a time of day is stored
 */
public record ColumnOptions(MetadataColumns metadata, TimeOfDay timeOfDay) {
  private static final String METADATA = "tidewater.metadata-columns";
  private static final String TIME_OF_DAY = "tidewater.time-of-day";
  private static final String NONE = "none";
  private static final List<String> DEFAULT =
      names(MetadataColumns.DEFAULTS.with(MetadataColumn.TOPIC).chosen());

  static void define(ConfigDef definition) {
    new OptionGroup(definition, "Columns")
        .list(
            METADATA,
            String.join(",", DEFAULT),
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
    Map<String, MetadataColumn> known = new LinkedHashMap<>();
    for (MetadataColumn column : MetadataColumn.values()) {
      known.put(column.columnName(), column);
    }
    // A matter of tidewater.tombstones, for each table.
    known.remove(MetadataColumn.DELETED.columnName());
    Set<MetadataColumn> chosen = EnumSet.noneOf(MetadataColumn.class);
    for (String name : wanted) {
      MetadataColumn column = known.get(name);
      if (column == null) {
        settings.report(
            METADATA,
            "'%s' is no metadata column; there are %s, or %s for none of them"
                .formatted(name, known.keySet(), NONE));
      } else {
        chosen.add(column);
      }
    }
    return new ColumnOptions(
        MetadataColumns.of(chosen), settings.choice(TIME_OF_DAY, TimeOfDay.STRING));
  }

  private static List<String> names(Set<MetadataColumn> columns) {
    return columns.stream().map(MetadataColumn::columnName).toList();
  }
}
