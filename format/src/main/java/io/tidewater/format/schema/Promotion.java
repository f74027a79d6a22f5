/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.Optional;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.PrimitiveType;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.DecimalType;
import org.apache.iceberg.types.Types.LongType;

/** Widening of a column, as far as the table specification and the Iceberg library allow. */
final class Promotion {
  private static final int WIDEST_DECIMAL = 38;
  private static final int INT_DIGITS = 9;
  private static final int DATES_WIDEN_FROM_VERSION = 3;

  private Promotion() {}

  /** The type that a column must get so that incoming values fit; empty if there is none. */
  static Optional<PrimitiveType> of(Type column, Type incoming, int formatVersion) {
    if (!column.isPrimitiveType() || !incoming.isPrimitiveType()) {
      return Optional.empty();
    }
    PrimitiveType wider = joined(column, incoming);
    boolean dates = column.typeId() == TypeID.DATE;
    return !wider.equals(column)
            && TypeUtil.isPromotionAllowed(column, wider)
            && (!dates || formatVersion >= DATES_WIDEN_FROM_VERSION)
        ? Optional.of(wider)
        : Optional.empty();
  }

  private static PrimitiveType joined(Type column, Type incoming) {
    if (incoming.typeId() != TypeID.DECIMAL) {
      return incoming.asPrimitiveType();
    }
    return switch (column.typeId()) {
      case DECIMAL -> joined((DecimalType) column, (DecimalType) incoming);
      case INTEGER -> joined((DecimalType) incoming);
      default -> incoming.asPrimitiveType();
    };
  }

  /**
   * No whole number becomes a decimal, but a long holds what most decimals without a fraction are,
   * such as a number without a sign.
   */
  private static PrimitiveType joined(DecimalType incoming) {
    boolean fits = incoming.scale() <= 0 && incoming.precision() <= INT_DIGITS;
    return fits || incoming.scale() > 0 ? incoming : LongType.get();
  }

  /**
   * The column's scale with room for the incoming digits before the point. Where that would be more
   * digits than Iceberg has, as wide as can be: a writer that knows no precision declares 38.
   */
  private static PrimitiveType joined(DecimalType column, DecimalType incoming) {
    if (incoming.scale() > column.scale()) {
      return incoming;
    }
    int digits = incoming.precision() - incoming.scale() + column.scale();
    return DecimalType.of(
        Math.max(column.precision(), Math.min(digits, WIDEST_DECIMAL)), column.scale());
  }
}
