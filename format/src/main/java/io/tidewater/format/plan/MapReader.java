/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.plan;

import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.util.Map;

/** Reads a map. */
public record MapReader(NullableReader key, NullableReader entryValue, ValueVisitor receiver)
    implements ValueReader {
  @Override
  public void read(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw ValueMismatchException.ofClass("a map", value);
    }
    receiver.startMap(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      try {
        key.read(entry.getKey());
        entryValue.read(entry.getValue());
      } catch (ValueMismatchException e) {
        throw e.inEntry(String.valueOf(entry.getKey()));
      }
    }
    receiver.endMap();
  }
}
