/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * How values are stored whose shape no schema tells: a type that contains itself, once cut, a field
 * of any type, an object without known members.
 */
public enum SemiStructured {
  /** As JSON text. */
  STRING(Types.StringType.get()),
  /** As {@code variant}, unshredded, of format version 3. */
  VARIANT(Types.VariantType.get());

  private final Type type;

  SemiStructured(Type type) {
    this.type = type;
  }

  /** The column's type. */
  public Type type() {
    return type;
  }
}
