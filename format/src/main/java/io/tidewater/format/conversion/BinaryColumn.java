/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueVisitor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.iceberg.types.Type;

/** Takes bytes, and text as UTF-8. */
final class BinaryColumn extends ScalarColumn {
  BinaryColumn(ValueVisitor next) {
    super("bytes", next);
  }

  @Override
  Fit fit(Type from) {
    return switch (from.typeId()) {
      case BINARY, FIXED, STRING -> Fit.ALWAYS;
      default -> Fit.NEVER;
    };
  }

  @Override
  public void binaryValue(ByteBuffer value) {
    next.binaryValue(value);
  }

  @Override
  public void stringValue(String value) {
    next.binaryValue(ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)));
  }
}
