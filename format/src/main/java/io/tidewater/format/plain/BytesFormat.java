/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.plain;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.payload.SingleValue;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.value.ValueVisitor;
import java.nio.ByteBuffer;
import org.apache.iceberg.types.Types.BinaryType;
import org.apache.iceberg.types.Types.NestedField;

/** Each payload is one value of bytes, as they are. */
public final class BytesFormat implements PayloadFormat {
  private final WriterSchema schema = new SingleValue(BinaryType.get(), BytesFormat::compile);

  @Override
  public WriterSchema writerOf(ByteBuffer payload) {
    return schema;
  }

  private static SingleValue.Content compile(NestedField column, ValueVisitor receiver) {
    ValueVisitor into = Conversions.into(column.type(), receiver);
    return payload -> into.binaryValue(payload.duplicate());
  }
}
