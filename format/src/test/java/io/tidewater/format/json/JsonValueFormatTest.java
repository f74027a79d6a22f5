/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.row.RowBuilder;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.schema.SemiStructured;
import io.tidewater.format.value.JsonText;
import io.tidewater.format.value.ValueMismatchException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.variants.Variant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonValueFormatTest {
  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":[1,null,{}]}", "[]", "\"text\"", "true", "-1.50", "12"})
  void keepsTheWholeValue(String json) throws IOException {
    for (SemiStructured option : SemiStructured.values()) {
      Object read = stored(option, option.type(), json);
      assertThat(read instanceof Variant variant ? text(variant) : read).isEqualTo(json);
    }
  }

  @Test
  void storesNullAsNull() throws IOException {
    assertThat(stored(SemiStructured.VARIANT, Types.VariantType.get(), " null")).isNull();
    assertThat(stored(SemiStructured.STRING, Types.StringType.get(), "null")).isNull();
  }

  @Test
  void putsScalarsIntoColumnsOfScalars() throws IOException {
    assertThat(stored(SemiStructured.STRING, Types.LongType.get(), "5")).isEqualTo(5L);
    assertThatThrownBy(() -> stored(SemiStructured.STRING, Types.LongType.get(), "{}"))
        .isInstanceOf(ValueMismatchException.class);
  }

  @Test
  void refusesWhatVariantCannotHold() throws IOException {
    String long40 = "1".repeat(40);
    assertThat(stored(SemiStructured.STRING, Types.StringType.get(), long40)).isEqualTo(long40);
    assertThatThrownBy(() -> stored(SemiStructured.VARIANT, Types.VariantType.get(), long40))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("38 digits");
  }

  @Test
  void refusesTwoValues() {
    assertThatThrownBy(() -> stored(SemiStructured.STRING, Types.StringType.get(), "1 2"))
        .isInstanceOf(ValueMismatchException.class);
  }

  private static @Nullable Object stored(SemiStructured option, Type column, String json)
      throws IOException {
    Schema table = new Schema(NestedField.optional(1, WriterSchema.VALUE_COLUMN, column));
    ByteBuffer payload = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
    WriterSchema schema = new JsonValueFormat(option).writerOf(payload);
    RowBuilder rows = new RowBuilder(table);
    ValueReader reader =
        schema.compile(
            Alignment.of(schema.incoming(), table, FieldHistory.EMPTY, NameMatching.CASE_SENSITIVE),
            rows);
    rows.begin();
    reader.read(payload);
    GenericRecord row = rows.finish();
    return ParquetFiles.roundTrip(table, List.of(row)).get(0).getField(WriterSchema.VALUE_COLUMN);
  }

  private static String text(Variant variant) {
    JsonText json = new JsonText();
    json.begin();
    json.variantValue(variant);
    return json.finish();
  }
}
