/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.conversion.Fit;
import java.util.EnumSet;
import java.util.Set;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types.MapType;

/**
 * Whether values of a type go into a column as far as nobody but the column's own name is
 * responsible: through lists and maps, up to the structs in them, whose fields have names.
 *
 * <p>Text is not taken for a number here, though a column of numbers reads the digits in it: a
 * field that has become text will not go on as digits. Of decimals, dates and the like text is a
 * usual spelling.
 *
 * @param formatVersion columns may be widened as this version of the format allows; 0 for not at
 *     all
 */
record TypeFit(Naming naming, int formatVersion) {
  private static final Set<TypeID> NO_TEXT =
      EnumSet.of(TypeID.BOOLEAN, TypeID.INTEGER, TypeID.LONG, TypeID.FLOAT, TypeID.DOUBLE);

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
    boolean textForNumber = incoming.typeId() == TypeID.STRING && NO_TEXT.contains(column.typeId());
    return !textForNumber && Conversions.fit(incoming, column) != Fit.NEVER;
  }

  private boolean widens(Type incoming, Type column) {
    return formatVersion > 0 && Promotion.of(column, incoming, formatVersion).isPresent();
  }
}
