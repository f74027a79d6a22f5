/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import org.apache.iceberg.types.Type;

/**
 * Types with nothing to store. No file format has a place for a struct without fields, so it has no
 * column, and neither has what would hold only such.
 */
public final class EmptyTypes {
  private EmptyTypes() {}

  /** Whether there is nothing to store of values of a type. */
  public static boolean isEmpty(Type type) {
    return switch (type.typeId()) {
      case STRUCT -> type.asStructType().fields().stream().allMatch(field -> isEmpty(field.type()));
      case LIST -> isEmpty(type.asListType().elementType());
      case MAP -> isEmpty(type.asMapType().keyType()) || isEmpty(type.asMapType().valueType());
      default -> false;
    };
  }
}
