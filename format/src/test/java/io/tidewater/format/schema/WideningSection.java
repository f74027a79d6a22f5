/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.conversion.ConversionsSection;
import io.tidewater.format.page.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/** What {@code docs/types.md} says of columns that become wider. */
public final class WideningSection {
  private WideningSection() {}

  public static void print(Page page) {
    page.heading("Widening");
    page.line(
        "What evolution makes of a column (rows) when records come with another type. All other pairs");
    page.line("leave the column as it is, or are a conflict where the table above has a blank.");
    page.header("column", "records", "becomes", "format version");
    for (Type column : ConversionsSection.SCALARS) {
      for (Type incoming : ConversionsSection.SCALARS) {
        widening(page, column, incoming);
      }
    }
    widening(page, Types.DecimalType.of(9, 2), Types.DecimalType.of(20, 2));
    widening(page, Types.DecimalType.of(9, 2), Types.DecimalType.of(12, 1));
    widening(page, Types.DecimalType.of(9, 2), Types.DecimalType.of(38, 0));
  }

  private static void widening(Page page, Type column, Type incoming) {
    Map<Integer, String> becomes = new LinkedHashMap<>();
    for (int version = 1; version <= 3; version++) {
      for (SchemaChange change :
          SchemaEvolution.plan(
                  new Schema(NestedField.optional(1, "c", column)),
                  StructType.of(NestedField.optional(1, "c", incoming)),
                  new EvolutionOptions(version, NameMatching.CASE_SENSITIVE))
              .changes()) {
        becomes.put(version, ((SchemaChange.WidenColumn) change).to().toString());
      }
    }
    if (!becomes.isEmpty()) {
      String versions =
          becomes.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
      String wider = becomes.values().iterator().next();
      page.line("| `" + column + "` | `" + incoming + "` | `" + wider + "` | " + versions + " |");
    }
  }
}
