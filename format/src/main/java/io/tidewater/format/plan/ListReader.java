/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.plan;

import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.util.List;

/** Reads a list. */
public record ListReader(NullableReader element, ValueVisitor receiver) implements ValueReader {
  @Override
  public void read(Object value) {
    if (!(value instanceof List<?> list)) {
      throw ValueMismatchException.ofClass("a list", value);
    }
    receiver.startList(list.size());
    int index = 0;
    for (Object item : list) {
      try {
        element.read(item);
      } catch (ValueMismatchException e) {
        throw e.inElement(index);
      }
      index++;
    }
    receiver.endList();
  }
}
