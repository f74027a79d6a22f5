/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.deadletter;

import io.tidewater.format.column.MetadataColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/** A column of a dead-letter table, in the order of the table. */
public enum DeadLetterColumn {
  TOPIC(MetadataColumn.TOPIC),
  PARTITION(MetadataColumn.PARTITION),
  OFFSET(MetadataColumn.OFFSET),
  TIMESTAMP(MetadataColumn.TIMESTAMP),
  KEY("key", Types.BinaryType.get(), "Key of the record, see key_encoding; null if it has none"),
  KEY_ENCODING("key_encoding", Types.StringType.get(), "bytes, text, json, typed-json or printed"),
  VALUE("value", Types.BinaryType.get(), "Payload, see value_encoding; null for a tombstone"),
  VALUE_ENCODING(
      "value_encoding", Types.StringType.get(), "bytes, text, json, typed-json or printed"),
  HEADERS("headers", MetadataColumn.HEADERS.type(), "Headers of the record, in their order"),
  SCHEMA_ID("schema_id", Types.IntegerType.get(), "Schema registry id of the payload, if known"),
  CAUSE("cause", Types.StringType.get(), "Why the record could not become a row"),
  CAUSE_TYPE("cause_type", Types.StringType.get(), "Kind of the cause"),
  REJECTED_AT("rejected_at", Types.TimestampType.withZone(), "When the record was rejected"),
  CONNECTOR("connector", Types.StringType.get(), "Connector that rejected the record");

  private final String columnName;
  private final Type type;
  private final String doc;

  DeadLetterColumn(MetadataColumn column) {
    this(column.columnName(), column.type(), column.doc());
  }

  DeadLetterColumn(String columnName, Type type, String doc) {
    this.columnName = columnName;
    this.type = type;
    this.doc = doc;
  }

  public String columnName() {
    return columnName;
  }

  /** The schema of a dead-letter table. */
  public static Schema schema() {
    List<NestedField> fields = new ArrayList<>();
    AtomicInteger ids = new AtomicInteger(values().length);
    for (DeadLetterColumn column : values()) {
      Type type = TypeUtil.assignFreshIds(column.type, ids::incrementAndGet);
      fields.add(NestedField.optional(fields.size() + 1, column.columnName, type, column.doc));
    }
    return new Schema(fields);
  }
}
