/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.column;

import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** A column that says where a row came from. The order is the one in a new table. */
public enum MetadataColumn {
  /** The topic, for tables that several topics feed. Off unless chosen. */
  TOPIC("_kafka_topic", Types.StringType.get(), "Kafka topic of the record"),
  PARTITION("_kafka_partition", Types.IntegerType.get(), "Kafka partition of the record"),
  OFFSET("_kafka_offset", Types.LongType.get(), "Kafka offset of the record in its partition"),
  TIMESTAMP(
      "_kafka_timestamp",
      Types.TimestampType.withZone(),
      "Kafka timestamp of the record: when it was created or appended, as the topic says"),
  /**
   * The key. Bytes where the key converter gives bytes; text for everything else: a string as it
   * is, a number or boolean as its digits, a struct, map or list as JSON on one line.
   */
  KEY("_kafka_key", Types.StringType.get(), "Kafka key of the record"),
  /** The headers in their order; a name may come more than once. */
  HEADERS("_kafka_headers", headers(), "Kafka headers of the record"),
  /** The id of the value's schema in the schema registry, where there is one. Off unless chosen. */
  SCHEMA_ID(
      "_kafka_schema_id", Types.IntegerType.get(), "Schema registry id of the value's schema"),
  /** Whether the record was a tombstone, for tables that keep them as marks. */
  DELETED(
      "_kafka_deleted",
      Types.BooleanType.get(),
      "Whether the Kafka record has no value, which deletes the rows of its key before it");

  private final String columnName;
  private final Type type;
  private final String doc;

  MetadataColumn(String columnName, Type type, String doc) {
    this.columnName = columnName;
    this.type = type;
    this.doc = doc;
  }

  public String columnName() {
    return columnName;
  }

  /** The column's type; that of {@link #KEY} is binary where keys are bytes. */
  public Type type() {
    return type;
  }

  /** The column's doc in the table. */
  public String doc() {
    return doc;
  }

  private static Type headers() {
    return Types.ListType.ofOptional(
        1,
        Types.StructType.of(
            Types.NestedField.optional(2, "key", Types.StringType.get()),
            Types.NestedField.optional(3, "value", Types.BinaryType.get())));
  }
}
