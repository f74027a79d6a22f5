/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.page.Page;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** What {@code docs/types.md} says of values in columns of another type. */
public final class ConversionsSection {
  /** A type of every kind of column that holds one value. */
  public static final List<Type> SCALARS =
      List.of(
          Types.BooleanType.get(),
          Types.IntegerType.get(),
          Types.LongType.get(),
          Types.FloatType.get(),
          Types.DoubleType.get(),
          Types.DecimalType.of(9, 2),
          Types.StringType.get(),
          Types.BinaryType.get(),
          Types.FixedType.ofLength(16),
          Types.UUIDType.get(),
          Types.DateType.get(),
          Types.TimeType.get(),
          Types.TimestampType.withoutZone(),
          Types.TimestampType.withZone(),
          Types.TimestampNanoType.withoutZone(),
          Types.TimestampNanoType.withZone(),
          Types.VariantType.get());

  private ConversionsSection() {}

  public static void print(Page page) {
    page.heading("Values in columns of another type");
    page.line(
        "Rows: what the records have. Columns: what the table has. ● every value fits; ○ each value");
    page.line(
        "is looked at and refused if it would lose anything; blank: refused. Nothing is rounded, cut,");
    page.line(
        "wrapped or replaced. Text is ISO-8601 for dates and times, and what a number prints as. Whole");
    page.line(
        "numbers are days in a `date` and milliseconds in a timestamp. A timestamp changes between");
    page.line(
        "with and without zone as UTC. Here decimal is `decimal(9, 2)` and fixed `fixed[16]`.");
    page.line("A struct, list or map fits into `string`, as JSON on one line, and into `variant`.");
    page.line("A `variant` is written unshredded; its whole numbers have the smallest width that");
    page.line("holds them, and a decimal of more than 38 digits has no place in it.");
    page.line("");
    page.line(SCALARS.stream().map(Page::code).collect(Collectors.joining(" | ", "| | ", " |")));
    page.line("|---".repeat(SCALARS.size() + 1) + "|");
    for (Type from : SCALARS) {
      page.line(
          SCALARS.stream()
              .map(column -> sign(from, column))
              .collect(Collectors.joining(" | ", "| " + Page.code(from) + " | ", " |")));
    }
  }

  private static String sign(Type from, Type column) {
    return switch (Conversions.fit(from, column)) {
      case ALWAYS -> "●";
      case BY_VALUE -> "○";
      case NEVER -> " ";
    };
  }
}
