/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.protobuf.plan.PlainValue;
import io.tidewater.format.protobuf.plan.ScalarDecoder;
import io.tidewater.format.protobuf.plan.SlotDecoder;
import io.tidewater.format.value.ValueVisitor;
import org.apache.iceberg.types.Type;

/** A message around one scalar, whose first field it is. */
record WrappedValue(PlainValue wrapped) implements MessageValue {
  @Override
  public SlotDecoder into(Type column, ValueVisitor receiver) {
    ScalarDecoder decoder =
        new ScalarDecoder(wrapped, Conversions.between(wrapped.type(), column, receiver));
    return (in, slot) -> decoder.read(in, in.first(slot));
  }
}
