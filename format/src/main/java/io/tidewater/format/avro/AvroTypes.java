/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.logical.NamedType;
import io.tidewater.format.schema.MappingOptions;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What one schema is, looked at by itself. */
final class AvroTypes {
  /** What the keys of Avro's maps are. */
  static final Schema MAP_KEY = Schema.create(Schema.Type.STRING);

  private AvroTypes() {}

  /**
   * The mapping of a schema that is one column, whatever it is made of; null if it has columns
   * below it, or nothing to store.
   */
  static @Nullable ScalarMapping scalar(Schema schema, MappingOptions options) {
    NamedType named = ConnectProperties.type(schema);
    if (named != null) {
      return ConnectProperties.mapping(named, schema, options);
    }
    LogicalType logical = LogicalType.of(schema);
    return logical == null ? PlainType.of(schema) : logical.mapping(schema, options);
  }

  /** Whether the fields of a schema's values are columns. */
  static boolean isRecord(Schema schema, MappingOptions options) {
    return schema.getType() == Schema.Type.RECORD && scalar(schema, options) == null;
  }

  /** The branches of a union, null left out. */
  static List<Schema> branches(Schema union) {
    return union.getTypes().stream()
        .filter(branch -> branch.getType() != Schema.Type.NULL)
        .toList();
  }
}
