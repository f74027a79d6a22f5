/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

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

/** Avro records, each behind the id of its schema in a registry. */
public final class AvroFormat implements PayloadFormat {
  private final SchemaRegistry registry;
  private final String subject;
  private final MappingOptions options;
  private final Map<Integer, Once<AvroWriterSchema>> schemas = new HashMap<>();

  /**
   * @param registry knows the schemas; stays the caller's to close
   * @param subject a subject that the schemas may be registered under; tells the registry's context
   */
  public AvroFormat(SchemaRegistry registry, String subject, MappingOptions options) {
    this.registry = Objects.requireNonNull(registry, "registry");
    this.subject = Objects.requireNonNull(subject, "subject");
    this.options = Objects.requireNonNull(options, "options");
  }

  @Override
  public WriterSchema writerOf(ByteBuffer payload) {
    int id = ConfluentFrame.takeId(payload);
    Once<AvroWriterSchema> known = schemas.get(id);
    if (known == null) {
      RegisteredSchema registered = registry.schema(id, subject);
      known = new Once<>(() -> new AvroWriterSchema(registered, options));
      schemas.put(id, known);
    }
    return known.get();
  }
}
