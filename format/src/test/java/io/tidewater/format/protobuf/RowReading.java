/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.row.RowBuilder;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.NameMatching;
import java.nio.ByteBuffer;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;

/** Payloads of one writer as rows of a table. */
final class RowReading {
  private final RowBuilder rows;
  private final ValueReader reader;

  RowReading(WriterSchema writer, Schema table, FieldHistory history) {
    this.rows = new RowBuilder(table);
    this.reader =
        writer.compile(
            Alignment.of(writer.incoming(), table, history, NameMatching.CASE_SENSITIVE), rows);
  }

  RowReading(WriterSchema writer, Schema table) {
    this(writer, table, FieldHistory.EMPTY);
  }

  GenericRecord row(ByteBuffer message) {
    rows.begin();
    reader.read(message);
    return rows.finish();
  }
}
