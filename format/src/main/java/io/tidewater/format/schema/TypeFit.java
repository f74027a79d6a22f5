/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.conversion.Fit;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.MapType;

/**
 * Whether values of a type go into a column as far as nobody but the column's own name is
 * responsible: through lists and maps, up to the structs in them, whose fields have names.
 *
 * @param formatVersion columns may be widened as this version of the format allows; 0 for not at
 *     all
 */
record TypeFit(Naming naming, int formatVersion) {
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
    return !column.isNestedType()
        && (Conversions.fit(incoming, column) != Fit.NEVER
            || (formatVersion > 0 && Promotion.of(column, incoming, formatVersion).isPresent()));
  }
}
