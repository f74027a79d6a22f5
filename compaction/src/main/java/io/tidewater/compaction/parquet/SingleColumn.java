/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** A schema with one column of another, at the same path and levels. */
final class SingleColumn {
  private SingleColumn() {}

  static MessageType of(MessageType schema, ColumnDescriptor column) {
    String[] path = column.getPath();
    return new MessageType(schema.getName(), only(schema.getType(path[0]), path, 1));
  }

  private static Type only(Type field, String[] path, int depth) {
    if (field.isPrimitive()) {
      return field;
    }
    GroupType group = field.asGroupType();
    return group.withNewFields(only(group.getType(path[depth]), path, depth + 1));
  }
}
