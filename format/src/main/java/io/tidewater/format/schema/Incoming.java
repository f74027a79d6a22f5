/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/**
 * What the records of one schema need of a table.
 *
 * @param type the fields of the records' values in the schema's order, each required or optional as
 *     the writer said; ids are unique in it, and say nothing of the table's. A field's {@code
 *     initialDefault} and {@code writeDefault} are the default that the schema has for it
 * @param recordName the full name of the records' type; empty where it has none
 * @param schemaId the schema's id in the registry, where it is from one
 * @param origins by the field's id in the type, what else is known of it; may lack fields
 */
public record Incoming(
    StructType type, String recordName, OptionalInt schemaId, Map<Integer, FieldOrigin> origins) {
  public Incoming {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(recordName, "recordName");
    origins = Map.copyOf(origins);
  }

  /** Records of which nothing but the type is known. */
  public static Incoming of(StructType type) {
    return new Incoming(type, "", OptionalInt.empty(), Map.of());
  }

  /** The same records with more columns: the metadata's. */
  public Incoming with(StructType extended) {
    return new Incoming(extended, recordName, schemaId, origins);
  }

  /** What is known of one of the type's fields, nested ones included. */
  public FieldOrigin origin(NestedField field) {
    return origins.getOrDefault(field.fieldId(), FieldOrigin.NAME_ONLY);
  }
}
