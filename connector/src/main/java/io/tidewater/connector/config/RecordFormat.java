/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

/** How the keys or values of records are laid out. */
public enum RecordFormat {
  /** As Connect's converter gives them. */
  CONNECT,
  /** Avro with the id of its schema in front. */
  AVRO,
  /** Protobuf with the id of its schema in front. */
  PROTOBUF,
  /** JSON with the id of its JSON Schema in front. */
  JSON_SCHEMA,
  /** JSON without a schema. */
  JSON,
  /** Text in UTF-8. */
  STRING,
  /** Bytes that mean nothing here. */
  BYTES;

  /** Whether schemas come from a registry. */
  public boolean needsRegistry() {
    return this == AVRO || this == PROTOBUF || this == JSON_SCHEMA;
  }
}
