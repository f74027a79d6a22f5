/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.row.RowBuilder;
import io.tidewater.format.row.RowConverter;
import java.util.List;
import org.apache.iceberg.data.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Converts Connect values of one schema; made by {@link ConnectMapping#compile}. */
public final class ConnectRowConverter implements RowConverter {
  private static final Object NO_VALUE = new Object();

  private final ValueReader reader;
  private final ValueReader nothing;
  private final RowBuilder rows;
  private final List<String> unknownFields;

  /**
   * @param nothing stands in for the reader where there is no value
   */
  ConnectRowConverter(
      ValueReader reader, ValueReader nothing, RowBuilder rows, List<String> unknownFields) {
    this.reader = reader;
    this.nothing = nothing;
    this.rows = rows;
    this.unknownFields = List.copyOf(unknownFields);
  }

  @Override
  public GenericRecord convert(@Nullable Object value) {
    rows.begin();
    if (value == null) {
      nothing.read(NO_VALUE);
    } else {
      reader.read(value);
    }
    return rows.finish();
  }

  /**
   * Paths of the record's fields that the table has no column for: their values are not in the row.
   * Empty after evolution.
   */
  public List<String> unknownFields() {
    return unknownFields;
  }
}
