/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import io.tidewater.format.payload.ConfluentFrame;
import io.tidewater.format.payload.Once;
import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.schema.MappingOptions;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** JSON with a JSON Schema from a registry, framed as Confluent's serializers frame it. */
public final class JsonSchemaFormat implements PayloadFormat {
  private final SchemaRegistry registry;
  private final String subject;
  private final MappingOptions options;
  private final UndeclaredMembers undeclared;
  private final Map<Integer, Once<JsonSchemaWriterSchema>> known = new HashMap<>();

  /**
   * @param subject a subject that the records' schemas may be registered under; may be empty
   */
  public JsonSchemaFormat(SchemaRegistry registry, String subject, MappingOptions options) {
    this(registry, subject, options, UndeclaredMembers.COLUMN);
  }

  public JsonSchemaFormat(
      SchemaRegistry registry,
      String subject,
      MappingOptions options,
      UndeclaredMembers undeclared) {
    this.registry = Objects.requireNonNull(registry, "registry");
    this.subject = Objects.requireNonNull(subject, "subject");
    this.options = Objects.requireNonNull(options, "options");
    this.undeclared = Objects.requireNonNull(undeclared, "undeclared");
  }

  @Override
  public WriterSchema writerOf(ByteBuffer payload) {
    int id = ConfluentFrame.takeId(payload);
    Once<JsonSchemaWriterSchema> schema = known.get(id);
    if (schema == null) {
      RegisteredSchema registered = registry.schema(id, subject);
      schema = new Once<>(() -> new JsonSchemaWriterSchema(registered, options, undeclared));
      known.put(id, schema);
    }
    return schema.get();
  }
}
