/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.conversion.Fit;
import io.tidewater.format.schema.Evolution.Place;
import io.tidewater.format.schema.SchemaChange.WidenColumn;
import io.tidewater.format.schema.SchemaConflict.MapKeyConflict;
import io.tidewater.format.schema.SchemaConflict.TypeConflict;
import java.util.Optional;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.PrimitiveType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;

/** Compares the type of a field, list element or map value with that of its column. */
final class TypeEvolution {
  private final Evolution evolution;

  TypeEvolution(Evolution evolution) {
    this.evolution = evolution;
  }

  void compareField(Place at, NestedField column, NestedField incoming) {
    if (incoming.isOptional()) {
      evolution.relax(at, column);
    }
    compareTypes(at, column.type(), incoming.type());
  }

  private void compareTypes(Place at, Type column, Type incoming) {
    if (column.isStructType() && incoming.isStructType()) {
      new StructEvolution(evolution, at).compare(column.asStructType(), incoming.asStructType());
    } else if (column.isListType() && incoming.isListType()) {
      compareField(
          at.in("element"),
          column.asListType().fields().get(0),
          incoming.asListType().fields().get(0));
    } else if (column.isMapType() && incoming.isMapType()) {
      compareMaps(at, column.asMapType(), incoming.asMapType());
    } else {
      compareScalars(at, column, incoming);
    }
  }

  private void compareMaps(Place at, MapType column, MapType incoming) {
    if (!MapKeys.fit(incoming.keyType(), column.keyType(), evolution.options().naming())) {
      evolution.conflict(
          new MapKeyConflict(at.fullBefore() + ".key", column.keyType(), incoming.keyType()));
    }
    compareField(at.in("value"), column.fields().get(1), incoming.fields().get(1));
  }

  private void compareScalars(Place at, Type column, Type incoming) {
    Fit fit = column.isNestedType() ? Fit.NEVER : Conversions.fit(incoming, column);
    if (fit == Fit.ALWAYS) {
      return;
    }
    Optional<PrimitiveType> wider =
        Promotion.of(column, incoming, evolution.options().formatVersion());
    if (wider.isPresent()) {
      evolution.change(new WidenColumn(at.full(), column.asPrimitiveType(), wider.get()));
    } else if (fit == Fit.NEVER) {
      evolution.conflict(new TypeConflict(at.fullBefore(), column, incoming));
    }
  }
}
