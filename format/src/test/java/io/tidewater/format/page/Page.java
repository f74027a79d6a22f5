/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.page;

import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.NanoTimestamps;
import io.tidewater.format.schema.SemiStructured;
import io.tidewater.format.schema.TimeOfDay;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types;

/** A page of Markdown in the making. */
public final class Page {
  private final StringBuilder text = new StringBuilder();

  public void heading(String heading) {
    line("");
    line("## " + heading);
    line("");
  }

  public void line(String line) {
    text.append(line).append('\n');
  }

  /** The first two lines of a table. */
  public void header(String... columns) {
    line("");
    row(columns);
    line("|---".repeat(columns.length) + "|");
  }

  public void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  public String text() {
    return text.toString();
  }

  /** A type as a reader of the page writes it: without ids, and decimals with P and S. */
  public static String code(Type type) {
    String text = type.toString().replaceAll("\\d+: ", "").replace("optional ", "");
    if (type.typeId() == TypeID.DECIMAL) {
      int precision = ((Types.DecimalType) type).precision();
      int scale = ((Types.DecimalType) type).scale();
      text = "decimal(" + (precision == 38 ? 38 : "P") + ", " + (scale == 0 ? "0" : "S") + ")";
    }
    return "`" + text + "`";
  }

  /** The types that a column may have by option, other than the default. */
  public static String byOption(Function<MappingOptions, Type> column) {
    MappingOptions defaults = MappingOptions.DEFAULTS;
    Set<String> others = new LinkedHashSet<>();
    for (TimeOfDay option : TimeOfDay.values()) {
      others.add(code(column.apply(defaults.with(option))));
    }
    for (NanoTimestamps option : NanoTimestamps.values()) {
      others.add(code(column.apply(defaults.with(option))));
    }
    for (SemiStructured option : SemiStructured.values()) {
      others.add(code(column.apply(defaults.with(option))));
    }
    others.remove(code(column.apply(defaults)));
    return String.join(", ", others);
  }
}
