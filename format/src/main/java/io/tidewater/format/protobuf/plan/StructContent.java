/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.util.List;

/** Tells a message as a struct, field by field. */
public final class StructContent implements SlotDecoder {
  private final Field[] fields;
  private final ValueVisitor receiver;

  public StructContent(List<Field> fields, ValueVisitor receiver) {
    this.fields = fields.toArray(Field[]::new);
    this.receiver = receiver;
  }

  @Override
  public void read(Decoding in, int slot) {
    receiver.startStruct();
    for (Field field : fields) {
      receiver.field(field.position, field.column);
      try {
        field.decoder.read(in, slot + field.slot);
      } catch (ValueMismatchException e) {
        throw e.inField(field.name);
      }
    }
    receiver.endStruct();
  }

  /**
   * One field that message and table both have.
   *
   * @param name its name in the message
   * @param slot its slot, from the message's first
   * @param position its position in the table's struct
   * @param column its name there
   */
  public record Field(String name, int slot, int position, String column, SlotDecoder decoder) {}
}
