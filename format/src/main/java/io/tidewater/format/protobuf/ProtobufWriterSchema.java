/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.protobuf.mapping.RecordMapping;
import io.tidewater.format.protobuf.plan.MessageDecoder;
import io.tidewater.format.protobuf.type.MessageType;
import io.tidewater.format.protobuf.type.ProtoSchema;
import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.ValueVisitor;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A message of a schema, as the writer of records has it. Not for use by several threads at once.
 */
public final class ProtobufWriterSchema implements WriterSchema {
  private final ProtoSchema schema;
  private final MessageType message;
  private final OptionalInt schemaId;
  private final MappingOptions options;
  private @Nullable RecordMapping mapping;
  private @Nullable Incoming incoming;

  ProtobufWriterSchema(
      ProtoSchema schema, MessageType message, OptionalInt schemaId, MappingOptions options) {
    this.schema = Objects.requireNonNull(schema, "schema");
    this.message = Objects.requireNonNull(message, "message");
    this.schemaId = schemaId;
    this.options = Objects.requireNonNull(options, "options");
  }

  @Override
  public Incoming incoming() {
    Incoming known = incoming;
    if (known == null) {
      RecordMapping made = mapping();
      known = new Incoming(made.type(), message.fullName(), schemaId, made.origins());
      incoming = known;
    }
    return known;
  }

  @Override
  public boolean isRecord() {
    return true;
  }

  @Override
  public ValueReader compile(Alignment table, ValueVisitor receiver) {
    MessageDecoder plan = mapping().compile(table, receiver);
    Decoding decoding = new Decoding();
    return payload -> {
      decoding.begin((ByteBuffer) payload);
      plan.readPayload(decoding);
      decoding.end();
    };
  }

  private RecordMapping mapping() {
    RecordMapping known = mapping;
    if (known == null) {
      known = new RecordMapping(schema, message, options);
      mapping = known;
    }
    return known;
  }
}
