/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.plan.NullableReader;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;

/** Reads a value that is no record into the one column that holds it. */
record ValueColumn(String name, int position, NullableReader value, ValueVisitor receiver)
    implements ValueReader {
  @Override
  public void read(Object whole) {
    receiver.startStruct();
    receiver.field(position, name);
    try {
      value.read(whole);
    } catch (ValueMismatchException e) {
      throw e.inField(name);
    }
    receiver.endStruct();
  }
}
