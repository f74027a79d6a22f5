/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.payload;

import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.row.RowBuilder;
import io.tidewater.format.row.RowConverter;
import io.tidewater.format.schema.Alignment;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Makes rows of payloads of one writer's schema. Not for use by several threads at once. */
public final class PayloadRowConverter implements RowConverter {
  private final ValueReader reader;
  private final RowBuilder rows;

  private PayloadRowConverter(ValueReader reader, RowBuilder rows) {
    this.reader = reader;
    this.rows = rows;
  }

  /**
   * Compiles a writer's schema into a converter.
   *
   * @param alignment the schema's own, with the table
   */
  public static PayloadRowConverter compile(
      WriterSchema schema, Alignment alignment, Schema table) {
    RowBuilder rows = new RowBuilder(table);
    return new PayloadRowConverter(schema.compile(alignment, rows), rows);
  }

  /**
   * {@inheritDoc}
   *
   * @param value a {@link ByteBuffer}, past its frame; it is not moved
   */
  @Override
  public GenericRecord convert(@Nullable Object value) {
    ByteBuffer payload = (ByteBuffer) Objects.requireNonNull(value, "value");
    rows.begin();
    reader.read(payload.duplicate());
    return rows.finish();
  }
}
