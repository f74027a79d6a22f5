/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.row;

import java.util.Objects;
import org.apache.iceberg.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * Where the next value goes: one per nested type of the table schema, made once. A type cannot
 * contain itself, so each collects at most one value at a time and is used again for the next.
 */
abstract class Slot {
  private final @Nullable Slot parent;

  Slot(@Nullable Slot parent) {
    this.parent = parent;
  }

  /** The slot for values of a type; null for a scalar, which needs none. */
  static @Nullable Slot of(Type type, Slot parent) {
    return switch (type.typeId()) {
      case STRUCT -> new StructSlot(type.asStructType(), parent);
      case LIST -> new ListSlot(type.asListType(), parent);
      case MAP -> new MapSlot(type.asMapType(), parent);
      default -> null;
    };
  }

  final Slot parent() {
    return Objects.requireNonNull(parent, "the row itself has no parent");
  }

  /** Says which field the next value is for. */
  void select(int position) {
    throw new IllegalStateException("field " + position + " outside a struct");
  }

  /** Starts a value of this slot's type. */
  abstract void begin(int size);

  /** The slot of the nested value that starts now. */
  abstract Slot nested();

  /** Takes the next value. */
  abstract void put(@Nullable Object value);

  /** The value, complete. */
  abstract Object finish();
}
