/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.schema.NanoTimestamps;
import io.tidewater.format.schema.SchemaChange;
import io.tidewater.format.schema.SchemaEvolution;
import io.tidewater.format.schema.TimeOfDay;
import io.tidewater.format.schemaless.SchemalessMapping;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/** Prints {@code docs/types.md} from the mapping itself. */
@SuppressWarnings("JavaUtilDate") // It is what Connect hands over.
final class TypesPage {
  private static final List<Type> SCALARS =
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
          Types.TimestampNanoType.withZone());

  private final StringBuilder page = new StringBuilder();

  static String print() {
    TypesPage page = new TypesPage();
    page.line("# Types");
    page.line("");
    page.line("Printed by a test from the mapping itself; change the code, not this page.");
    page.connectTypes();
    page.schemaless();
    page.conversions();
    page.widening();
    return page.page.toString();
  }

  private void connectTypes() {
    heading("Kafka Connect");
    line(
        "A name on another type than the one here says nothing: the schema is what its type says.");
    line(
        "Trino and Spark read every default. What is chosen by option they may not: Spark reads no");
    line("table that has a `time` or `timestamp_ns` column, whatever is selected, and");
    line(
        "`timestamp_ns` needs format version 3. Everything else is the same in versions 1, 2 and 3.");
    line("");
    line("| Connect type | name | column | by option | notes |");
    line("|---|---|---|---|---|");
    for (PlainType type : PlainType.values()) {
      row(type.connectType().name(), "", code(type.mapping().type()), "", "");
    }
    row("ARRAY", "", "`list`", "", "");
    row("MAP", "", "`map`", "", "Keys of every type. They never change.");
    row("STRUCT", "", "`struct`", "", "Without fields: no column, there is nothing to store.");
    for (LogicalType type : LogicalType.values()) {
      Schema sample = sample(type);
      Type column = type.mapping(sample, MappingOptions.DEFAULTS).type();
      row(
          type.base().name(),
          "`" + type.schemaName() + "`",
          code(column),
          String.join(", ", byOption(type, sample, column)),
          type.note());
    }
    line("");
    line("A schema that contains itself, or is nested deeper than 100 levels, is refused.");
  }

  private static Set<String> byOption(LogicalType type, Schema sample, Type column) {
    Set<String> others = new LinkedHashSet<>();
    for (TimeOfDay option : TimeOfDay.values()) {
      others.add(code(type.mapping(sample, MappingOptions.DEFAULTS.with(option)).type()));
    }
    for (NanoTimestamps option : NanoTimestamps.values()) {
      others.add(code(type.mapping(sample, MappingOptions.DEFAULTS.with(option)).type()));
    }
    others.remove(code(column));
    return others;
  }

  private static Schema sample(LogicalType type) {
    SchemaBuilder builder = SchemaBuilder.type(type.base()).name(type.schemaName());
    if (type == LogicalType.DECIMAL) {
      builder.parameter("scale", "2").parameter("connect.decimal.precision", "9");
    }
    return builder.build();
  }

  private void schemaless() {
    heading("Values without a schema");
    line("They are converted against the columns that the table has. These are the types of new");
    line("columns; a null, an empty map and an empty list make none yet. Elements of a list that");
    line("differ have the type that holds them all, at last `string`.");
    line("");
    line("| Java class | column |");
    line("|---|---|");
    SchemalessMapping mapping = new SchemalessMapping(NameMatching.CASE_SENSITIVE);
    for (Map.Entry<String, Object> sample : javaValues().entrySet()) {
      StructType incoming =
          mapping.incoming(Map.of("c", sample.getValue()), new org.apache.iceberg.Schema());
      line("| " + sample.getKey() + " | " + code(incoming.fieldType("c")) + " |");
    }
  }

  private static Map<String, Object> javaValues() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("String", "a");
    values.put("Boolean", true);
    values.put("Byte, Short, Integer, Long", 1L);
    values.put("Float, Double", 1.5);
    values.put("BigInteger of up to 64 bits", BigInteger.ONE);
    values.put("BigInteger beyond that", BigInteger.ONE.shiftLeft(64));
    values.put("BigDecimal with a scale of S", new BigDecimal("1.5"));
    values.put("byte[], ByteBuffer", ByteBuffer.allocate(1));
    values.put("java.util.Date", new Date(0));
    values.put("UUID", new UUID(0, 0));
    values.put("List", List.of(1L));
    values.put("Map with strings as keys", Map.of("a", 1L));
    values.put("Map with other keys", Map.of(1L, 1L));
    return values;
  }

  private void conversions() {
    heading("Values in columns of another type");
    line(
        "Rows: what the records have. Columns: what the table has. ● every value fits; ○ each value");
    line(
        "is looked at and refused if it would lose anything; blank: refused. Nothing is rounded, cut,");
    line(
        "wrapped or replaced. Text is ISO-8601 for dates and times, and what a number prints as. Whole");
    line(
        "numbers are days in a `date` and milliseconds in a timestamp. A timestamp changes between");
    line("with and without zone as UTC. Here decimal is `decimal(9, 2)` and fixed `fixed[16]`.");
    line("A struct, list or map fits into `string`, as JSON on one line.");
    line("");
    line(SCALARS.stream().map(TypesPage::code).collect(Collectors.joining(" | ", "| | ", " |")));
    line("|---".repeat(SCALARS.size() + 1) + "|");
    for (Type from : SCALARS) {
      line(
          SCALARS.stream()
              .map(column -> sign(from, column))
              .collect(Collectors.joining(" | ", "| " + code(from) + " | ", " |")));
    }
  }

  private static String sign(Type from, Type column) {
    return switch (Conversions.fit(from, column)) {
      case ALWAYS -> "●";
      case BY_VALUE -> "○";
      case NEVER -> " ";
    };
  }

  private void widening() {
    heading("Widening");
    line(
        "What evolution makes of a column (rows) when records come with another type. All other pairs");
    line("leave the column as it is, or are a conflict where the table above has a blank.");
    line("");
    line("| column | records | becomes | format version |");
    line("|---|---|---|---|");
    for (Type column : SCALARS) {
      for (Type incoming : SCALARS) {
        widening(column, incoming);
      }
    }
    widening(Types.DecimalType.of(9, 2), Types.DecimalType.of(20, 2));
    widening(Types.DecimalType.of(9, 2), Types.DecimalType.of(12, 1));
    widening(Types.DecimalType.of(9, 2), Types.DecimalType.of(38, 0));
  }

  private void widening(Type column, Type incoming) {
    Map<Integer, String> becomes = new LinkedHashMap<>();
    for (int version = 1; version <= 3; version++) {
      for (SchemaChange change :
          SchemaEvolution.plan(
                  new org.apache.iceberg.Schema(NestedField.optional(1, "c", column)),
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
      line("| `" + column + "` | `" + incoming + "` | `" + wider + "` | " + versions + " |");
    }
  }

  private static String code(Type type) {
    String text = type.toString().replaceAll("\\d+: ", "").replace("optional ", "");
    if (type.typeId() == TypeID.DECIMAL) {
      int precision = ((Types.DecimalType) type).precision();
      int scale = ((Types.DecimalType) type).scale();
      text = "decimal(" + (precision == 38 ? 38 : "P") + ", " + (scale == 0 ? "0" : "S") + ")";
    }
    return "`" + text + "`";
  }

  private void heading(String text) {
    line("");
    line("## " + text);
    line("");
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
