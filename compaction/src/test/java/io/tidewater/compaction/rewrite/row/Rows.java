/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/** What a table holds, in an order that does not depend on files. */
public final class Rows {
  private Rows() {}

  /** All rows, on format v3 with their ids and last updated sequence numbers, as sorted texts. */
  public static List<String> withLineage(Table table) {
    table.refresh();
    Schema schema =
        TableUtil.supportsRowLineage(table)
            ? MetadataColumns.schemaWithRowLineage(table.schema())
            : table.schema();
    List<String> all = new ArrayList<>();
    try (CloseableIterable<Record> rows = IcebergGenerics.read(table).project(schema).build()) {
      for (Record row : rows) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < schema.columns().size(); i++) {
          text.append(row.get(i)).append('|');
        }
        all.add(text.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Collections.sort(all);
    return all;
  }
}
