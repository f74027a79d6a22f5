/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.conversion.Conversions;
import java.util.EnumSet;
import java.util.Set;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types.MapType;

/**
 * Whether values of a type go into a column as far as nobody but the column's own name is
 * responsible: through lists and maps, up to the structs in them, whose fields have names.
 *
 * <p>Where a column takes some values of a type only, those are mostly all that come: text is a
 * usual spelling of decimals, dates and the like. Not so here: a field that has become text will
 * not go on as digits, nor one of bytes as UTF-8; whole numbers may have more digits than a {@code
 * double}, and those without a sign more than a {@code long}.
 *
 * @param formatVersion columns may be widened as this version of the format allows; 0 for not at
 *     all
 */
record TypeFit(Naming naming, int formatVersion) {
  private static final Set<TypeID> WHOLE = EnumSet.of(TypeID.INTEGER, TypeID.LONG);
  private static final Set<TypeID> FLOATING = EnumSet.of(TypeID.FLOAT, TypeID.DOUBLE);

  static TypeFit asItIs(Naming naming) {
    return new TypeFit(naming, 0);
  }

  boolean goesInto(Type incoming, Type column) {
    if (incoming.isStructType() && column.isStructType()) {
      return true;
    }
    if (incoming.isListType() && column.isListType()) {
      return goesInto(incoming.asListType().elementType(), column.asListType().elementType());
    }
    if (incoming.isMapType() && column.isMapType()) {
      MapType from = incoming.asMapType();
      MapType into = column.asMapType();
      return MapKeys.fit(from.keyType(), into.keyType(), naming)
          && goesInto(from.valueType(), into.valueType());
    }
    return !column.isNestedType() && (scalarGoesInto(incoming, column) || widens(incoming, column));
  }

  private static boolean scalarGoesInto(Type incoming, Type column) {
    return switch (Conversions.fit(incoming, column)) {
      case ALWAYS -> true;
      case BY_VALUE -> !mayNotFit(incoming.typeId(), column.typeId());
      case NEVER -> false;
    };
  }

  /** Whether values that a column refuses are to be expected. */
  private static boolean mayNotFit(TypeID incoming, TypeID column) {
    return switch (incoming) {
      case STRING ->
          column == TypeID.BOOLEAN || WHOLE.contains(column) || FLOATING.contains(column);
      case BINARY, FIXED -> column == TypeID.STRING;
      case INTEGER, LONG -> FLOATING.contains(column);
      case DECIMAL -> WHOLE.contains(column);
      default -> false;
    };
  }

  private boolean widens(Type incoming, Type column) {
    return formatVersion > 0
        && Promotion.of(column, incoming, formatVersion)
            .map(wider -> scalarGoesInto(incoming, wider))
            .orElse(false);
  }
}
