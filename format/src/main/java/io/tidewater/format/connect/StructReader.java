/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.plan.NullableReader;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/** Reads a struct, field by field; fields that the table does not have are passed over. */
final class StructReader implements ValueReader {
  private final FieldReader[] fields;
  private final ValueVisitor receiver;

  StructReader(List<FieldReader> fields, ValueVisitor receiver) {
    this.fields = fields.toArray(FieldReader[]::new);
    this.receiver = receiver;
  }

  @Override
  public void read(Object value) {
    if (!(value instanceof Struct struct)) {
      throw ValueMismatchException.ofClass("a struct", value);
    }
    receiver.startStruct();
    for (FieldReader field : fields) {
      receiver.field(field.position, field.column);
      try {
        // Not get(): that puts the schema's default where the record says null.
        field.value.read(struct.getWithoutDefault(field.name));
      } catch (ValueMismatchException e) {
        throw e.inField(field.name);
      } catch (DataException e) {
        throw new ValueMismatchException("the field of the schema", "a struct of another schema")
            .inField(field.name);
      }
    }
    receiver.endStruct();
  }

  /**
   * One field that record and table both have.
   *
   * @param name its name in the record
   * @param position its position in the table's struct
   * @param column its name there
   */
  record FieldReader(String name, int position, String column, NullableReader value) {}

  /** Reads any value as a struct in which every field takes its default. */
  record Empty(ValueVisitor receiver) implements ValueReader {
    @Override
    public void read(Object value) {
      receiver.startStruct();
      receiver.endStruct();
    }
  }
}
