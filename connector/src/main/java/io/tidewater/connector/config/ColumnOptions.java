/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.OptionGroup;
import io.tidewater.connector.config.keys.Settings;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.column.MetadataColumns;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.NanoTimestamps;
import io.tidewater.format.schema.SemiStructured;
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
 * @param mapping how values are mapped to columns; which column a name belongs to is said elsewhere
 */
public record ColumnOptions(MetadataColumns metadata, MappingOptions mapping) {
  private static final String METADATA = "tidewater.metadata-columns";
  private static final String TIME_OF_DAY = "tidewater.time-of-day";
  private static final String NANO_TIMESTAMPS = "tidewater.nano-timestamps";
  private static final String SEMI_STRUCTURED = "tidewater.semi-structured";
  private static final String RECURSION_DEPTH = "tidewater.recursion-depth";
  private static final int VERSION_WITH_VARIANT = 3;
  private static final int DEEPEST_RECURSION = 20;
  private static final String NONE = "none";
  private static final List<String> DEFAULT =
      names(
          MetadataColumns.of(List.of(MetadataColumn.values()))
              .without(MetadataColumn.DELETED)
              .chosen());

  static void define(ConfigDef definition) {
    new OptionGroup(definition, "Columns")
        .list(
            METADATA,
            String.join(",", DEFAULT),
            Importance.MEDIUM,
            "The metadata columns that rows carry, or none. _kafka_topic appears only in tables that"
                + " several topics may feed, and unless you list it _kafka_schema_id only where values"
                + " have schemas from a registry. Without _kafka_partition and _kafka_offset a ledger"
                + " that other writers have lost cannot be recovered from the rows.")
        .choice(
            TIME_OF_DAY,
            TimeOfDay.STRING,
            Importance.LOW,
            "The column type of a time of day: string in ISO form, time (Spark cannot read a table"
                + " with such a column), or long, the microseconds after midnight.")
        .choice(
            NANO_TIMESTAMPS,
            NanoTimestamps.STRING,
            Importance.LOW,
            "The column type of a timestamp in nanoseconds: string in ISO form, long, the nanoseconds"
                + " after 1970, micros, a timestamp that refuses finer values, or nanos, of format"
                + " version 3 (Spark cannot read a table with such a column).")
        .text(
            SEMI_STRUCTURED,
            null,
            Importance.LOW,
            "The column type of values whose shape no schema tells: string, as JSON, or variant, of"
                + " format version 3. Unset: variant where tidewater.format-version is 3.")
        .text(
            RECURSION_DEPTH,
            "0",
            Importance.LOW,
            "How often a type that contains itself is unfolded into columns before the rest is"
                + " stored as a value without a known shape, up to "
                + DEEPEST_RECURSION
                + ".");
  }

  /**
   * @param formatVersion the version of created tables
   * @param hasSchemaIds whether some values have schemas from a registry
   */
  static ColumnOptions read(Settings settings, int formatVersion, boolean hasSchemaIds) {
    MetadataColumns metadata = metadata(settings);
    MappingOptions mapping =
        MappingOptions.DEFAULTS
            .with(settings.choice(TIME_OF_DAY, TimeOfDay.STRING))
            .with(nanoTimestamps(settings, formatVersion))
            .with(semiStructured(settings, formatVersion))
            .withRecursionDepth(recursionDepth(settings));
    boolean listed = settings.raw(METADATA).isPresent();
    return new ColumnOptions(
        listed || hasSchemaIds ? metadata : metadata.without(MetadataColumn.SCHEMA_ID), mapping);
  }

  private static MetadataColumns metadata(Settings settings) {
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
    return MetadataColumns.of(chosen);
  }

  private static NanoTimestamps nanoTimestamps(Settings settings, int formatVersion) {
    NanoTimestamps chosen = settings.choice(NANO_TIMESTAMPS, NanoTimestamps.STRING);
    if (chosen == NanoTimestamps.NANOS && formatVersion < VERSION_WITH_VARIANT) {
      settings.report(NANO_TIMESTAMPS, "nanos needs tidewater.format-version=3");
    }
    return chosen;
  }

  private static SemiStructured semiStructured(Settings settings, int formatVersion) {
    boolean possible = formatVersion >= VERSION_WITH_VARIANT;
    SemiStructured chosen =
        settings
            .text(SEMI_STRUCTURED)
            .flatMap(name -> settings.constant(SEMI_STRUCTURED, name, SemiStructured.class))
            .orElse(possible ? SemiStructured.VARIANT : SemiStructured.STRING);
    if (chosen == SemiStructured.VARIANT && !possible) {
      settings.report(SEMI_STRUCTURED, "variant needs tidewater.format-version=3");
    }
    return chosen;
  }

  private static int recursionDepth(Settings settings) {
    String text = settings.text(RECURSION_DEPTH).orElse("0");
    if (text.matches("[0-9]{1,2}") && Integer.parseInt(text) <= DEEPEST_RECURSION) {
      return Integer.parseInt(text);
    }
    settings.report(
        RECURSION_DEPTH, "'%s' is no number from 0 to %d".formatted(text, DEEPEST_RECURSION));
    return 0;
  }

  private static List<String> names(Set<MetadataColumn> columns) {
    return columns.stream().map(MetadataColumn::columnName).toList();
  }
}
