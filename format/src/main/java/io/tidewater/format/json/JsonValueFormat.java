/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.json;

import com.fasterxml.jackson.core.JsonToken;
import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.payload.SingleValue;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.schema.SemiStructured;
import io.tidewater.format.value.ValueVisitor;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.iceberg.types.Types.NestedField;

/** JSON without a schema, each payload whole in one column: as text on one line, or as variant. */
public final class JsonValueFormat implements PayloadFormat {
  private final WriterSchema schema;

  public JsonValueFormat(SemiStructured semiStructured) {
    Objects.requireNonNull(semiStructured, "semiStructured");
    this.schema = new SingleValue(semiStructured.type(), JsonValueFormat::compile);
  }

  @Override
  public WriterSchema writerOf(ByteBuffer payload) {
    return schema;
  }

  private static SingleValue.Content compile(NestedField column, ValueVisitor receiver) {
    ShapelessValue shapeless = ShapelessValue.of(column.type());
    ValueVisitor scalars = Conversions.into(column.type(), receiver);
    return payload -> {
      JsonCursor cursor = JsonCursor.of(payload);
      if (cursor.token() == JsonToken.VALUE_NULL) {
        if (column.isRequired()) {
          throw cursor.mismatch("a value, since the column is required,");
        }
        receiver.nullValue();
      } else if (shapeless == null) {
        JsonEvents.emit(cursor, scalars);
      } else {
        shapeless.begin();
        JsonEvents.emit(cursor, shapeless.visitor());
        shapeless.finish(receiver);
      }
      cursor.end();
    };
  }
}
