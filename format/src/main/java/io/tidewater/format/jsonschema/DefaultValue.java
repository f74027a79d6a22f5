/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.jsonschema.shape.Shape.Part;
import io.tidewater.format.jsonschema.shape.Shape.Scalar;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.LiteralVisitor;
import io.tidewater.format.value.ValueMismatchException;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Type;
import org.jspecify.annotations.Nullable;

/** The default of a scalar, as Iceberg has it. */
final class DefaultValue {
  private DefaultValue() {}

  /**
   * The default that a schema says.
   *
   * @return null if it says none, null, or what its own type does not let through
   */
  static @Nullable Literal<?> of(Part part, Type type, MappingOptions options) {
    if (part.fallback() == null
        || part.fallback().isNull()
        || !(part.shape() instanceof Scalar scalar)
        || !type.isPrimitiveType()) {
      return null;
    }
    LiteralVisitor found = new LiteralVisitor(type);
    try {
      ScalarMapping.of(scalar, options)
          .reader(type)
          .read(JsonCursor.of(part.fallback()), Conversions.into(type, found));
    } catch (ValueMismatchException e) {
      return null;
    }
    return found.take();
  }
}
