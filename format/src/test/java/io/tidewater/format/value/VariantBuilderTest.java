/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.row.RowBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.variants.PhysicalType;
import org.apache.iceberg.variants.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class VariantBuilderTest {
  private static final Schema TABLE =
      new Schema(NestedField.optional(1, "v", Types.VariantType.get()));

  static Stream<Arguments> scalars() {
    BigDecimal widest = new BigDecimal("9".repeat(38));
    UUID uuid = new UUID(1, 2);
    return Stream.of(
        scalar(v -> v.booleanValue(true), PhysicalType.BOOLEAN_TRUE, "true"),
        scalar(v -> v.booleanValue(false), PhysicalType.BOOLEAN_FALSE, "false"),
        scalar(v -> v.intValue(-128), PhysicalType.INT8, "-128"),
        scalar(v -> v.intValue(128), PhysicalType.INT16, "128"),
        scalar(v -> v.intValue(1 << 15), PhysicalType.INT32, "32768"),
        scalar(v -> v.longValue(1), PhysicalType.INT8, "1"),
        scalar(v -> v.longValue(Long.MIN_VALUE), PhysicalType.INT64, "-9223372036854775808"),
        scalar(v -> v.floatValue(0.1f), PhysicalType.FLOAT, "0.1"),
        scalar(v -> v.doubleValue(0.1), PhysicalType.DOUBLE, "0.1"),
        scalar(v -> v.doubleValue(Double.NaN), PhysicalType.DOUBLE, "\"NaN\""),
        scalar(v -> v.decimalValue(new BigDecimal("1.50")), PhysicalType.DECIMAL4, "1.50"),
        scalar(v -> v.decimalValue(new BigDecimal("0E+9")), PhysicalType.DECIMAL4, "0"),
        scalar(v -> v.decimalValue(new BigDecimal("1E+3")), PhysicalType.DECIMAL4, "1000"),
        scalar(v -> v.decimalValue(widest), PhysicalType.DECIMAL16, widest.toString()),
        scalar(v -> v.stringValue(""), PhysicalType.STRING, "\"\""),
        scalar(v -> v.stringValue("ü".repeat(99)), PhysicalType.STRING, '"' + "ü".repeat(99) + '"'),
        scalar(v -> v.fixedValue(new byte[] {1, 2}), PhysicalType.BINARY, "\"AQI=\""),
        scalar(v -> v.uuidValue(uuid), PhysicalType.UUID, '"' + uuid.toString() + '"'),
        scalar(v -> v.dateValue(-1), PhysicalType.DATE, "\"1969-12-31\""),
        scalar(v -> v.timeValue(1), PhysicalType.TIME, "\"00:00:00.000001\""),
        scalar(
            v -> v.timestampValue(1), PhysicalType.TIMESTAMPNTZ, "\"1970-01-01T00:00:00.000001\""),
        scalar(
            v -> v.timestamptzValue(1),
            PhysicalType.TIMESTAMPTZ,
            "\"1970-01-01T00:00:00.000001Z\""),
        scalar(
            v -> v.timestampNanosValue(1),
            PhysicalType.TIMESTAMPNTZ_NANOS,
            "\"1970-01-01T00:00:00.000000001\""),
        scalar(
            v -> v.timestamptzNanosValue(1),
            PhysicalType.TIMESTAMPTZ_NANOS,
            "\"1970-01-01T00:00:00.000000001Z\""));
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void keepsScalarsThroughParquet(Consumer<ValueVisitor> value, PhysicalType physical, String json)
      throws IOException {
    Variant read = written(Conversions.into(Types.VariantType.get(), rows), value);
    assertThat(read.value().type()).isEqualTo(physical);
    assertThat(json(read)).isEqualTo(json);
  }

  private final RowBuilder rows = new RowBuilder(TABLE);

  @Test
  void keepsNestedValuesThroughParquet() throws IOException {
    Variant read = written(rows, v -> v.variantValue(nested()));
    assertThat(json(read))
        .isEqualTo("{\"\":[],\"a\":[1,null,[\"x\"]],\"m\":{\"-1\":{},\"7\":{\"a\":2}},\"z\":null}");
  }

  @Test
  void buildsEqualVariantsFromItsOwnContents() {
    VariantBuilder again = new VariantBuilder();
    again.begin();
    VariantContents.emit(nested(), again);
    assertThat(json(again.finish())).isEqualTo(json(nested()));
  }

  @Test
  void refusesWhatVariantHasNoPlaceFor() {
    VariantBuilder variant = new VariantBuilder();
    variant.begin();
    assertThatThrownBy(() -> variant.decimalValue(new BigDecimal("1E+999999999")))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("a decimal of up to 38 digits");
    assertThatThrownBy(() -> variant.decimalValue(new BigDecimal("1E-39")))
        .isInstanceOf(ValueMismatchException.class);
    variant.begin();
    variant.startMap(2);
    variant.intValue(1);
    variant.nullValue();
    variant.stringValue("1");
    assertThatThrownBy(variant::nullValue)
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("two values named \"1\"");
    variant.begin();
    variant.startMap(1);
    assertThatThrownBy(() -> variant.startList(0)).isInstanceOf(ValueMismatchException.class);
    assertThatThrownBy(() -> variant.binaryValue(ByteBuffer.allocate(1)))
        .isInstanceOf(ValueMismatchException.class);
  }

  @Test
  void refusesBottomlessNesting() {
    VariantBuilder variant = new VariantBuilder();
    variant.begin();
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 2000; i++) {
                variant.startList(1);
              }
            })
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("levels");
  }

  @Test
  void writesTheDeepestNestingItTakes() throws IOException {
    VariantBuilder variant = new VariantBuilder();
    variant.begin();
    for (int i = 0; i < 999; i++) {
      variant.startStruct();
      variant.field(0, "a");
    }
    variant.nullValue();
    for (int i = 0; i < 999; i++) {
      variant.endStruct();
    }
    Variant deep = variant.finish();
    assertThat(json(written(rows, v -> v.variantValue(deep)))).hasSize(999 * 6 + 4);
  }

  private Variant written(ValueVisitor column, Consumer<ValueVisitor> value) throws IOException {
    rows.begin();
    rows.startStruct();
    rows.field(0, "v");
    value.accept(column);
    rows.endStruct();
    return (Variant) ParquetFiles.roundTrip(TABLE, List.of(rows.finish())).get(0).getField("v");
  }

  private static Variant nested() {
    VariantBuilder variant = new VariantBuilder();
    variant.begin();
    variant.startStruct();
    variant.field(3, "z");
    variant.nullValue();
    variant.field(0, "a");
    variant.startList(3);
    variant.intValue(1);
    variant.nullValue();
    variant.startList(1);
    variant.stringValue("x");
    variant.endList();
    variant.endList();
    variant.field(1, "m");
    variant.startMap(2);
    variant.longValue(7);
    variant.startStruct();
    variant.field(0, "a");
    variant.intValue(2);
    variant.endStruct();
    variant.longValue(-1);
    variant.startMap(0);
    variant.endMap();
    variant.endMap();
    variant.field(2, "");
    variant.startList(0);
    variant.endList();
    variant.endStruct();
    return variant.finish();
  }

  private static String json(Variant variant) {
    JsonText json = new JsonText();
    json.begin();
    json.variantValue(variant);
    return json.finish();
  }

  private static Arguments scalar(
      Consumer<ValueVisitor> value, PhysicalType physical, String json) {
    return Arguments.of(value, physical, json);
  }
}
