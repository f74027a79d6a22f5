/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.column;

import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** What the column of keys holds, decided when the table is made. */
public enum KeyType {
  /** Text, see {@link MetadataColumn#KEY}. */
  TEXT(Types.StringType.get()),
  /** The key's bytes; a key that is text is its UTF-8. */
  BYTES(Types.BinaryType.get());

  private final Type type;

  KeyType(Type type) {
    this.type = type;
  }

  /** What the column of keys of an existing table holds. */
  public static KeyType of(Schema table) {
    Type column = table.asStruct().fieldType(MetadataColumn.KEY.columnName());
    return BYTES.type.equals(column) ? BYTES : TEXT;
  }

  public Type type() {
    return type;
  }
}
