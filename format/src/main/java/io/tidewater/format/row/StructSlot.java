/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.row;

import java.util.List;
import java.util.Objects;
import org.apache.iceberg.data.GenericDataUtil;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/** Collects the fields of a struct. */
final class StructSlot extends Slot {
  /** An empty record is copied, since making one from its type looks its field names up. */
  private final GenericRecord empty;

  private final @Nullable Slot[] fields;
  private GenericRecord record;
  private int position;

  StructSlot(StructType type, Slot parent) {
    super(parent);
    this.empty = withDefaults(type);
    this.record = empty;
    this.fields = new Slot[type.fields().size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = Slot.of(type.fields().get(i).type(), this);
    }
  }

  @Override
  void begin(int size) {
    record = empty.copy();
  }

  @Override
  void select(int next) {
    position = next;
  }

  @Override
  Slot nested() {
    return Objects.requireNonNull(fields[position], "a nested value in a scalar field");
  }

  @Override
  void put(@Nullable Object value) {
    record.set(position, value);
  }

  @Override
  Object finish() {
    return record;
  }

  private static GenericRecord withDefaults(StructType type) {
    GenericRecord record = GenericRecord.create(type);
    List<NestedField> fields = type.fields();
    for (int i = 0; i < fields.size(); i++) {
      NestedField field = fields.get(i);
      if (field.writeDefault() != null) {
        record.set(i, GenericDataUtil.internalToGeneric(field.type(), field.writeDefault()));
      }
    }
    return record;
  }
}
