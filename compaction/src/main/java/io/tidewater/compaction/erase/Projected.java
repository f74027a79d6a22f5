/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;

/** Some columns of records, in an order of their own. */
final class Projected {
  private final int[] positions;
  private final GenericRecord projected;

  /**
   * @param from columns of the records
   * @param to columns among them
   */
  Projected(Schema from, Schema to) {
    this.positions =
        to.columns().stream()
            .mapToInt(column -> from.columns().indexOf(from.findField(column.fieldId())))
            .toArray();
    this.projected = GenericRecord.create(to);
  }

  /** Valid until the next one. */
  Record of(Record record) {
    for (int i = 0; i < positions.length; i++) {
      projected.set(i, record.get(positions[i]));
    }
    return projected;
  }
}
