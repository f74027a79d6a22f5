/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.plain;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.payload.SingleValue;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StringType;

/** Each payload is one text in UTF-8. One that is not UTF-8 is refused, never mended. */
public final class StringFormat implements PayloadFormat {
  private final WriterSchema schema = new SingleValue(StringType.get(), StringFormat::compile);

  @Override
  public WriterSchema writerOf(ByteBuffer payload) {
    return schema;
  }

  private static SingleValue.Content compile(NestedField column, ValueVisitor receiver) {
    ValueVisitor into = Conversions.into(column.type(), receiver);
    return payload -> into.stringValue(text(payload));
  }

  private static String text(ByteBuffer payload) {
    try {
      // A fresh decoder reports what is malformed, where the String constructor would replace it.
      return StandardCharsets.UTF_8.newDecoder().decode(payload.duplicate()).toString();
    } catch (CharacterCodingException e) {
      throw new ValueMismatchException(
          "text in UTF-8", payload.remaining() + " bytes that are none: " + e.getMessage());
    }
  }
}
