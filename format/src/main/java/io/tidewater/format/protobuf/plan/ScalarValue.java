/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.WireReader;
import io.tidewater.format.value.ValueVisitor;

/** How values of a type without members are written. */
public interface ScalarValue {
  /** The wire type of one value. */
  int wireType();

  /** Reads one value, whose tag was read before, and hands it on as one event. */
  void read(WireReader in, ValueVisitor receiver);

  /** Hands on what an absent value stands for. */
  void zero(ValueVisitor receiver);
}
