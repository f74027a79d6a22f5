/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.row;

import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/** Holds the row itself. */
final class RowSlot extends Slot {
  private final StructSlot struct;
  private @Nullable GenericRecord row;

  RowSlot(StructType table) {
    super(null);
    this.struct = new StructSlot(table, this);
  }

  GenericRecord take() {
    GenericRecord taken = row;
    row = null;
    if (taken == null) {
      throw new IllegalStateException("no row was built");
    }
    return taken;
  }

  @Override
  void begin(int size) {
    throw new IllegalStateException("a row holds one struct");
  }

  @Override
  Slot nested() {
    return struct;
  }

  @Override
  void put(@Nullable Object value) {
    row = (GenericRecord) value;
  }

  @Override
  Object finish() {
    throw new IllegalStateException("the row has ended");
  }
}
