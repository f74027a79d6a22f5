/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.row.RowBuilder;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.NameMatching;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PlainFormatsTest {
  private static final byte[] BROKEN = {'a', (byte) 0xc3};

  @Test
  void storesTextAsText() throws IOException {
    byte[] text = "Grüße 🌊\u0000".getBytes(StandardCharsets.UTF_8);
    assertThat(stored(new StringFormat(), Types.StringType.get(), text))
        .isEqualTo("Grüße 🌊\u0000");
    assertThat(stored(new StringFormat(), Types.StringType.get(), new byte[0])).isEqualTo("");
    assertThat(stored(new StringFormat(), Types.LongType.get(), new byte[] {'7'})).isEqualTo(7L);
  }

  @Test
  void refusesTextThatIsNoUtf8() {
    assertThatThrownBy(() -> stored(new StringFormat(), Types.StringType.get(), BROKEN))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("value: expected text in UTF-8, got 2 bytes that are none");
  }

  @Test
  void storesBytesAsTheyAre() throws IOException {
    assertThat(stored(new BytesFormat(), Types.BinaryType.get(), BROKEN))
        .isEqualTo(ByteBuffer.wrap(BROKEN));
    assertThat(stored(new BytesFormat(), Types.StringType.get(), new byte[] {'a'})).isEqualTo("a");
  }

  @Test
  void needsOneColumnOfItsType() {
    for (PayloadFormat format : List.of(new StringFormat(), new BytesFormat())) {
      WriterSchema schema = format.writerOf(ByteBuffer.allocate(0));
      assertThat(schema.isRecord()).isFalse();
      assertThat(format.writerOf(ByteBuffer.allocate(1))).isSameAs(schema);
      assertThat(schema.incoming().type().fields())
          .extracting(NestedField::name)
          .containsExactly("value");
    }
  }

  @Test
  void refusesTablesThatNeedMore() {
    Schema table = new Schema(NestedField.required(2, "id", Types.LongType.get()));
    assertThatThrownBy(() -> read(new StringFormat(), table, new byte[0]))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("the required field id");
  }

  @Test
  void leavesTablesWithoutTheColumnAlone() {
    Schema table = new Schema(NestedField.optional(2, "id", Types.LongType.get()));
    assertThat(read(new StringFormat(), table, new byte[0]).getField("id")).isNull();
  }

  private static @Nullable Object stored(PayloadFormat format, Type column, byte[] payload)
      throws IOException {
    Schema table = new Schema(NestedField.optional(1, WriterSchema.VALUE_COLUMN, column));
    return ParquetFiles.roundTrip(table, List.of(read(format, table, payload)))
        .get(0)
        .getField(WriterSchema.VALUE_COLUMN);
  }

  private static GenericRecord read(PayloadFormat format, Schema table, byte[] payload) {
    WriterSchema schema = format.writerOf(ByteBuffer.wrap(payload));
    RowBuilder rows = new RowBuilder(table);
    Alignment alignment =
        Alignment.of(schema.incoming(), table, FieldHistory.EMPTY, NameMatching.CASE_SENSITIVE);
    rows.begin();
    schema.compile(alignment, rows).read(ByteBuffer.wrap(payload));
    return rows.finish();
  }
}
