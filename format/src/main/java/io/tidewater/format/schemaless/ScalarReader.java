/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.value.ValueVisitor;
import java.util.List;
import java.util.Map;

/** Reads a scalar of whatever class into a column. */
record ScalarReader(ValueVisitor column) implements ValueReader {
  @Override
  public void read(Object value) {
    if (value instanceof Map<?, ?>) {
      column.startStruct();
    }
    if (value instanceof List<?> list) {
      column.startList(list.size());
    }
    SchemalessScalar.of(value).emit(value, column);
  }
}
