/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.protobuf.plan.SlotDecoder;
import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.protobuf.wire.IndexedField;
import io.tidewater.format.protobuf.wire.IndexedField.Occurs;
import io.tidewater.format.protobuf.wire.MessageIndex;
import io.tidewater.format.protobuf.wire.WireType;
import io.tidewater.format.value.ValueVisitor;
import java.util.List;
import java.util.StringJoiner;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.StringType;

/** {@code google.protobuf.FieldMask}: its paths, with commas between. */
record FieldMaskValue() implements MessageValue {
  static final MessageIndex INDEX =
      new MessageIndex(List.of(new IndexedField(1, WireType.LENGTH, Occurs.EACH)));
  static final Type TYPE = StringType.get();

  @Override
  public SlotDecoder into(Type column, ValueVisitor receiver) {
    ValueVisitor converted = Conversions.between(TYPE, column, receiver);
    return (in, slot) -> converted.stringValue(paths(in, slot));
  }

  private static String paths(Decoding in, int slot) {
    StringJoiner paths = new StringJoiner(",");
    for (int each = in.first(slot); each != Decoding.NONE; each = in.next(each)) {
      in.start(each);
      paths.add(in.reader().text());
    }
    return paths.toString();
  }
}
