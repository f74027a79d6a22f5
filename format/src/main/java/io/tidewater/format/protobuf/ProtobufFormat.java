/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import io.tidewater.format.payload.ConfluentFrame;
import io.tidewater.format.payload.Once;
import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.protobuf.text.ProtoSchemas;
import io.tidewater.format.protobuf.type.MessageType;
import io.tidewater.format.protobuf.type.ProtoSchema;
import io.tidewater.format.protobuf.wire.WireReader;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.schema.MappingOptions;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Protobuf messages in Confluent's frame: a zero byte, the schema's id in four bytes, the message's
 * place in the schema, the message. Not for use by several threads at once.
 */
public final class ProtobufFormat implements PayloadFormat {
  private final SchemaRegistry registry;
  private final String subject;
  private final MappingOptions options;
  private final WireReader reader = new WireReader();
  private final Map<Integer, Once<ProtoSchema>> schemas = new HashMap<>();
  private final Map<MessageAddress, ProtobufWriterSchema> writers = new HashMap<>();

  /**
   * @param subject a subject that the schemas may be registered under; may be empty
   */
  public ProtobufFormat(SchemaRegistry registry, String subject, MappingOptions options) {
    this.registry = Objects.requireNonNull(registry, "registry");
    this.subject = Objects.requireNonNull(subject, "subject");
    this.options = Objects.requireNonNull(options, "options");
  }

  @Override
  public WriterSchema writerOf(ByteBuffer payload) {
    int id = ConfluentFrame.takeId(payload);
    MessageAddress address = MessageAddress.read(id, payload, reader);
    ProtobufWriterSchema writer = writers.get(address);
    if (writer == null) {
      ProtoSchema schema = schema(id);
      MessageType message = schema.at(address.path());
      if (message == null) {
        throw address.missing();
      }
      writer = new ProtobufWriterSchema(schema, message, OptionalInt.of(id), options);
      writers.put(address, writer);
    }
    return writer;
  }

  private ProtoSchema schema(int id) {
    Once<ProtoSchema> known = schemas.get(id);
    if (known == null) {
      RegisteredSchema registered = registry.schema(id, subject);
      known = new Once<>(() -> read(registered));
      schemas.put(id, known);
    }
    return known.get();
  }

  private static ProtoSchema read(RegisteredSchema schema) {
    if (schema.kind() != SchemaKind.PROTOBUF) {
      throw new UnknownSchemaException(
          "schema %d is of kind %s, the records are Protobuf"
              .formatted(schema.id(), schema.kind()));
    }
    return ProtoSchemas.read(schema);
  }
}
