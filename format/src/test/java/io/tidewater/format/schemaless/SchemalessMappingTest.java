/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Naming;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.apache.kafka.connect.json.JsonConverter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is inferred of values. */
@SuppressWarnings("JavaUtilDate") // It is what Connect hands over.
final class SchemalessMappingTest {
  private static final Schema NEW = new Schema();

  private final SchemalessMapping mapping = new SchemalessMapping(Naming.DEFAULT);

  static Stream<Arguments> inferred() {
    return Stream.of(
        Arguments.of("1", "long"),
        Arguments.of("1.0", "double"),
        Arguments.of("\"a\"", "string"),
        Arguments.of("true", "boolean"),
        Arguments.of("[1, null, 2]", "list<long>"),
        Arguments.of("[1, 2.5]", "list<double>"),
        Arguments.of("[1, \"a\"]", "list<string>"),
        Arguments.of(
            "[{}, {\"a\": 1}, {\"b\": 1.5}]", "list<struct<a: optional long, b: optional double>>"),
        Arguments.of("[{\"a\": 1}, {\"a\": 1.5}]", "list<struct<a: optional double>>"),
        Arguments.of("[{\"a\": 1}, 7]", "list<string>"),
        Arguments.of("[[], [1]]", "list<list<long>>"),
        Arguments.of("{\"x\": {\"y\": [null]}, \"z\": 1}", "struct<z: optional long>"),
        Arguments.of("null", null),
        Arguments.of("{}", null),
        Arguments.of("[]", null),
        Arguments.of("[null, {}, []]", null));
  }

  static Stream<Arguments> javaClasses() {
    return Stream.of(
        Arguments.of((byte) 1, Types.LongType.get()),
        Arguments.of((short) 1, Types.LongType.get()),
        Arguments.of(1, Types.LongType.get()),
        Arguments.of(1.5f, Types.DoubleType.get()),
        Arguments.of(new BigDecimal("1.50"), Types.DecimalType.of(38, 2)),
        Arguments.of(new BigDecimal("1E+3"), Types.DecimalType.of(38, 0)),
        Arguments.of(new BigDecimal("1E+38"), Types.StringType.get()),
        Arguments.of(BigInteger.TWO, Types.LongType.get()),
        Arguments.of(BigInteger.TWO.pow(63), Types.DecimalType.of(38, 0)),
        Arguments.of(new byte[1], Types.BinaryType.get()),
        Arguments.of(ByteBuffer.allocate(1), Types.BinaryType.get()),
        Arguments.of(new Date(0), Types.TimestampType.withZone()),
        Arguments.of(new UUID(0, 0), Types.UUIDType.get()));
  }

  @ParameterizedTest
  @MethodSource("inferred")
  void infersTypesOfJson(String json, @Nullable String type) {
    Object value = json("{\"f\": " + json + "}");
    assertThat(value).isInstanceOf(HashMap.class);
    StructType incoming = mapping.incoming(value, NEW, FieldHistory.EMPTY).type();
    if (type == null) {
      assertThat(incoming.fields()).isEmpty();
    } else {
      assertThat(withoutIds(incoming.fieldType("f"))).isEqualTo(type);
      assertThat(incoming.field("f").isOptional()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("javaClasses")
  void infersTypesOfJavaClasses(Object value, Type type) {
    assertThat(mapping.incoming(Map.of("f", value), NEW, FieldHistory.EMPTY).type().fieldType("f"))
        .isEqualTo(type);
  }

  @Test
  void keepsTheTypeOfAColumnThatHoldsTheValue() {
    Schema table =
        new Schema(
            NestedField.required(1, "i", Types.IntegerType.get()),
            NestedField.optional(2, "d", Types.DoubleType.get()),
            NestedField.optional(3, "t", Types.TimestampType.withZone()),
            NestedField.optional(4, "s", Types.StringType.get()),
            NestedField.optional(
                5,
                "m",
                Types.MapType.ofOptional(6, 7, Types.StringType.get(), Types.IntegerType.get())),
            NestedField.optional(8, "l", Types.ListType.ofRequired(9, Types.FloatType.get())));
    Object value =
        json(
            "{\"i\": 5, \"d\": 1, \"t\": \"2026-11-21T10:15:30Z\", \"s\": {\"x\": 1},"
                + " \"m\": {\"k\": 1}, \"l\": [0.5]}");
    StructType incoming = mapping.incoming(value, table, FieldHistory.EMPTY).type();
    assertThat(incoming.field("i").isRequired()).isTrue();
    for (NestedField column : table.columns()) {
      assertThat(withoutIds(incoming.fieldType(column.name())))
          .isEqualTo(withoutIds(column.type()));
    }
  }

  @Test
  void infersAnewWhereTheColumnDoesNotHoldTheValue() {
    Schema table = new Schema(NestedField.optional(1, "i", Types.IntegerType.get()));
    assertThat(
            mapping
                .incoming(Map.of("i", 1L << 40), table, FieldHistory.EMPTY)
                .type()
                .fieldType("i"))
        .isEqualTo(Types.LongType.get());
    assertThat(mapping.incoming(Map.of("i", "x"), table, FieldHistory.EMPTY).type().fieldType("i"))
        .isEqualTo(Types.StringType.get());
  }

  @Test
  void putsWhatIsNoRecordInOneColumn() {
    assertThat(mapping.incoming("x", NEW, FieldHistory.EMPTY).type().fieldType("value"))
        .isEqualTo(Types.StringType.get());
    assertThat(
            withoutIds(
                mapping.incoming(List.of(1L), NEW, FieldHistory.EMPTY).type().fieldType("value")))
        .isEqualTo("list<long>");
    assertThat(
            withoutIds(
                mapping
                    .incoming(Map.of(1L, "a"), NEW, FieldHistory.EMPTY)
                    .type()
                    .fieldType("value")))
        .isEqualTo("map<long, string>");
    assertThat(mapping.incoming(null, NEW, FieldHistory.EMPTY).type().fields()).isEmpty();
  }

  @Test
  void refusesWhatIsNoData() {
    assertThatThrownBy(
            () -> mapping.incoming(Map.of("a", Map.of("b", new Object())), NEW, FieldHistory.EMPTY))
        .isInstanceOf(UnsupportedSchemaException.class)
        .hasMessageStartingWith("a.b: ");
    assertThatThrownBy(
            () -> mapping.incoming(Map.of("a", Map.of("", 1L)), NEW, FieldHistory.EMPTY).type())
        .isInstanceOf(UnsupportedSchemaException.class)
        .hasMessageStartingWith("a: a field without a name");
  }

  @Test
  void refusesWhatIsNestedTooDeepOrEndless() {
    List<Object> endless = new ArrayList<>();
    endless.add(endless);
    assertThatThrownBy(() -> mapping.incoming(Map.of("a", endless), NEW, FieldHistory.EMPTY).type())
        .isInstanceOf(UnsupportedSchemaException.class)
        .hasMessageContaining("100 levels");
  }

  static @Nullable Object json(String text) {
    try (JsonConverter converter = new JsonConverter()) {
      converter.configure(Map.of("schemas.enable", "false"), false);
      return converter
          .toConnectData("t", text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
          .value();
    }
  }

  private static String withoutIds(Type type) {
    return type.toString().replaceAll("\\d+: ", "");
  }
}
