/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.iceberg.types.Types.ListType;
import org.jspecify.annotations.Nullable;

/** Collects the elements of a list. */
final class ListSlot extends Slot {
  private final @Nullable Slot element;
  private List<@Nullable Object> list = new ArrayList<>();

  ListSlot(ListType type, Slot parent) {
    super(parent);
    this.element = Slot.of(type.elementType(), this);
  }

  @Override
  void begin(int size) {
    list = new ArrayList<>(size);
  }

  @Override
  Slot nested() {
    return Objects.requireNonNull(element, "a nested value in a list of scalars");
  }

  @Override
  void put(@Nullable Object value) {
    list.add(value);
  }

  @Override
  Object finish() {
    return list;
  }
}
