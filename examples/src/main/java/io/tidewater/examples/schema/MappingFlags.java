/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import io.tidewater.format.column.MetadataColumns;
import io.tidewater.format.schema.ColumnNames;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.schema.Naming;
import io.tidewater.format.schema.NanoTimestamps;
import io.tidewater.format.schema.SemiStructured;
import io.tidewater.format.schema.TimeOfDay;
import java.util.Locale;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options by which the sink maps records to tables; their defaults are the sink's. */
final class MappingFlags {
  private static final int VARIANT_SINCE = 3;

  @Option(
      names = "--on-conflict",
      paramLabel = "POLICY",
      defaultValue = "new-column",
      converter = PolicyParser.class,
      description =
          "As the sink's tidewater.on-conflict: fail, dead-letter, new-column, widen-to-string."
              + " Default, as the sink's with a registry: ${DEFAULT-VALUE}.")
  private ConflictPolicy onConflict = ConflictPolicy.NEW_COLUMN;

  @Option(
      names = "--format-version",
      paramLabel = "N",
      defaultValue = "2",
      description = "The format version of a table that is created. Default: ${DEFAULT-VALUE}.")
  private int formatVersion;

  @Option(
      names = "--time-of-day",
      paramLabel = "TYPE",
      defaultValue = "STRING",
      description = "As the sink's tidewater.time-of-day. Default: string.")
  private TimeOfDay timeOfDay = TimeOfDay.STRING;

  @Option(
      names = "--nano-timestamps",
      paramLabel = "TYPE",
      defaultValue = "STRING",
      description = "As the sink's tidewater.nano-timestamps. Default: string.")
  private NanoTimestamps nanoTimestamps = NanoTimestamps.STRING;

  @Option(
      names = "--semi-structured",
      paramLabel = "TYPE",
      description =
          "As the sink's tidewater.semi-structured. Default: variant for a table of format version"
              + " 3, else string.")
  private @Nullable SemiStructured semiStructured;

  @Option(
      names = "--recursion-depth",
      paramLabel = "N",
      defaultValue = "0",
      description = "As the sink's tidewater.recursion-depth. Default: ${DEFAULT-VALUE}.")
  private int recursionDepth;

  @Option(
      names = "--case-insensitive",
      description = "As the sink's iceberg.tables.schema-case-insensitive.")
  private boolean caseInsensitive;

  @Option(
      names = "--column-names",
      paramLabel = "STYLE",
      defaultValue = "as-is",
      converter = NamesParser.class,
      description =
          "As the sink's tidewater.column-names: as-is, portable. Default: ${DEFAULT-VALUE}.")
  private ColumnNames columnNames = ColumnNames.AS_IS;

  @Option(
      names = "--no-metadata-columns",
      description = "A table that is created has no metadata columns (_kafka_offset and so on).")
  private boolean withoutMetadata;

  /**
   * The rules that the options say.
   *
   * @param table the table, if it is there: its format version counts, not that of the option
   */
  Rules rules(Optional<Table> table) {
    int version = table.map(TableUtil::formatVersion).orElse(formatVersion);
    NameMatching matching =
        caseInsensitive ? NameMatching.CASE_INSENSITIVE : NameMatching.CASE_SENSITIVE;
    MappingOptions mapping =
        new MappingOptions(
            timeOfDay,
            nanoTimestamps,
            semiStructured(version),
            recursionDepth,
            new Naming(matching, columnNames));
    MetadataColumns metadata = withoutMetadata ? MetadataColumns.NONE : MetadataColumns.DEFAULTS;
    return new Rules(mapping, onConflict, version, metadata);
  }

  private SemiStructured semiStructured(int version) {
    if (semiStructured != null) {
      return semiStructured;
    }
    return version >= VARIANT_SINCE ? SemiStructured.VARIANT : SemiStructured.STRING;
  }

  /** The names of constants as the sink's options write them. */
  private static String constant(String option) {
    return option.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  static final class PolicyParser implements ITypeConverter<ConflictPolicy> {
    @Override
    public ConflictPolicy convert(String text) {
      return ConflictPolicy.valueOf(constant(text));
    }
  }

  static final class NamesParser implements ITypeConverter<ColumnNames> {
    @Override
    public ColumnNames convert(String text) {
      return ColumnNames.valueOf(constant(text));
    }
  }
}
