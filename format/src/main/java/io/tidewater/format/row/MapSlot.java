/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.row;

import io.tidewater.format.value.ValueMismatchException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.types.Types.MapType;
import org.jspecify.annotations.Nullable;

/** Collects the entries of a map. */
final class MapSlot extends Slot {
  private final @Nullable Slot keySlot;
  private final @Nullable Slot valueSlot;
  private Map<Object, @Nullable Object> map = new LinkedHashMap<>();
  private @Nullable Object key;
  private int entries;

  MapSlot(MapType type, Slot parent) {
    super(parent);
    this.keySlot = Slot.of(type.keyType(), this);
    this.valueSlot = Slot.of(type.valueType(), this);
  }

  @Override
  void begin(int size) {
    map = new LinkedHashMap<>((int) Math.ceil(size / 0.75));
    entries = 0;
    key = null;
  }

  @Override
  Slot nested() {
    return Objects.requireNonNull(
        key == null ? keySlot : valueSlot, "a nested value in a map of scalars");
  }

  @Override
  void put(@Nullable Object value) {
    if (key == null) {
      key = Objects.requireNonNull(value, "the plan refuses null keys");
    } else {
      map.put(key, value);
      entries++;
      key = null;
    }
  }

  @Override
  Object finish() {
    if (map.size() != entries) {
      throw new ValueMismatchException(
          "map keys that differ", entries + " entries with " + map.size() + " different keys");
    }
    return map;
  }
}
