/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.nio.ByteBuffer;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.FixedType;

/** Takes bytes of exactly the column's length. */
final class FixedColumn extends ScalarColumn {
  private final int length;

  FixedColumn(FixedType type, ValueVisitor next) {
    super(type.length() + " bytes", next);
    this.length = type.length();
  }

  @Override
  Fit fit(Type from) {
    return switch (from.typeId()) {
      case BINARY -> Fit.BY_VALUE;
      case FIXED -> ((FixedType) from).length() == length ? Fit.ALWAYS : Fit.NEVER;
      default -> Fit.NEVER;
    };
  }

  @Override
  public void binaryValue(ByteBuffer value) {
    if (value.remaining() != length) {
      throw new ValueMismatchException(length + " bytes", value.remaining() + " bytes");
    }
    byte[] bytes = new byte[length];
    value.duplicate().get(bytes);
    next.fixedValue(bytes);
  }
}
