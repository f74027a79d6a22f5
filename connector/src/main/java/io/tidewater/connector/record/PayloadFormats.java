/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.record;

import io.tidewater.connector.config.RecordFormat;
import io.tidewater.connector.config.UndeclaredPolicy;
import io.tidewater.format.avro.AvroFormat;
import io.tidewater.format.json.JsonValueFormat;
import io.tidewater.format.jsonschema.JsonSchemaFormat;
import io.tidewater.format.jsonschema.UndeclaredMembers;
import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.plain.BytesFormat;
import io.tidewater.format.plain.StringFormat;
import io.tidewater.format.protobuf.ProtobufFormat;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.schema.MappingOptions;
import java.util.Optional;

/** Makes formats, those that need a registry upon one client of it. */
public final class PayloadFormats implements AutoCloseable {
  private final Optional<SchemaRegistry> registry;
  private final MappingOptions mapping;
  private final UndeclaredMembers undeclared;

  /**
   * @param registry has the schemas; closed with this
   * @param mapping how values are mapped to columns
   * @param undeclared what becomes of members that a JSON Schema does not declare
   */
  public PayloadFormats(
      Optional<SchemaRegistry> registry, MappingOptions mapping, UndeclaredPolicy undeclared) {
    this.registry = registry;
    this.mapping = mapping;
    this.undeclared = membersOf(undeclared);
  }

  /**
   * A format, or nothing where the converter's result is taken.
   *
   * @param subject a subject of the schemas; may be empty
   */
  public Optional<PayloadFormat> make(RecordFormat format, String subject) {
    return switch (format) {
      case CONNECT -> Optional.empty();
      case AVRO -> Optional.of(new AvroFormat(schemas(), subject, mapping));
      case PROTOBUF -> Optional.of(new ProtobufFormat(schemas(), subject, mapping));
      case JSON_SCHEMA ->
          Optional.of(new JsonSchemaFormat(schemas(), subject, mapping, undeclared));
      case JSON -> Optional.of(new JsonValueFormat(mapping.semiStructured()));
      case STRING -> Optional.of(new StringFormat());
      case BYTES -> Optional.of(new BytesFormat());
    };
  }

  private static UndeclaredMembers membersOf(UndeclaredPolicy policy) {
    return switch (policy) {
      case KEEP -> UndeclaredMembers.COLUMN;
      case REFUSE -> UndeclaredMembers.REFUSE;
      case IGNORE -> UndeclaredMembers.IGNORE;
    };
  }

  private SchemaRegistry schemas() {
    return registry.orElseThrow(() -> new IllegalStateException("no registry is configured"));
  }

  @Override
  public void close() {
    registry.ifPresent(SchemaRegistry::close);
  }
}
