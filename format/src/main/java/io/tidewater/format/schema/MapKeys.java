/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.conversion.Fit;
import java.util.List;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;

/** Keys of maps, which cannot evolve: they fit as they are, or not at all. */
final class MapKeys {
  private static final int WIDENS_MOST = 3;

  private MapKeys() {}

  static boolean fit(Type incoming, Type column, Naming naming) {
    if (incoming.isStructType() && column.isStructType()) {
      return fieldsFit(incoming.asStructType().fields(), column.asStructType().fields(), naming);
    }
    boolean scalars = incoming.isPrimitiveType() && column.isPrimitiveType();
    return scalars
        && Conversions.fit(incoming, column) != Fit.NEVER
        && Promotion.of(column, incoming, WIDENS_MOST).isEmpty();
  }

  private static boolean fieldsFit(
      List<NestedField> incoming, List<NestedField> columns, Naming naming) {
    if (incoming.size() != columns.size()) {
      return false;
    }
    for (int i = 0; i < incoming.size(); i++) {
      NestedField field = incoming.get(i);
      NestedField column = columns.get(i);
      if (!naming.sameName(field.name(), column.name())
          || (field.isOptional() && column.isRequired())
          || !fit(field.type(), column.type(), naming)) {
        return false;
      }
    }
    return true;
  }
}
