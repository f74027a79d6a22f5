/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.type.EnumType;
import io.tidewater.format.protobuf.wire.WireReader;
import io.tidewater.format.protobuf.wire.WireType;
import io.tidewater.format.value.ValueVisitor;

/** An enum's constants, by their names. A number that the schema has no name for is its digits. */
public record EnumValue(EnumType type) implements ScalarValue {
  @Override
  public int wireType() {
    return WireType.VARINT;
  }

  @Override
  public void read(WireReader in, ValueVisitor receiver) {
    receiver.stringValue(type.text(in.varint32()));
  }

  @Override
  public void zero(ValueVisitor receiver) {
    receiver.stringValue(type.text(type.first()));
  }
}
