/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import io.tidewater.format.payload.Once;
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

/** A message of a schema, as the writer of records has it. Thread-safe. */
public final class ProtobufWriterSchema implements WriterSchema {
  private final ProtoSchema schema;
  private final MessageType message;
  private final OptionalInt schemaId;
  private final MappingOptions options;

  /** Made when it is asked for: who finds a writer need not learn that no table can hold it. */
  private final Once<Mapped> mapped = new Once<>(this::map);

  ProtobufWriterSchema(
      ProtoSchema schema, MessageType message, OptionalInt schemaId, MappingOptions options) {
    this.schema = Objects.requireNonNull(schema, "schema");
    this.message = Objects.requireNonNull(message, "message");
    this.schemaId = schemaId;
    this.options = Objects.requireNonNull(options, "options");
  }

  @Override
  public Incoming incoming() {
    return mapped.get().incoming;
  }

  @Override
  public boolean isRecord() {
    return true;
  }

  @Override
  public ValueReader compile(Alignment table, ValueVisitor receiver) {
    MessageDecoder plan = mapped.get().mapping.compile(table, receiver);
    Decoding decoding = new Decoding();
    return payload -> {
      decoding.begin((ByteBuffer) payload);
      plan.readPayload(decoding);
      decoding.end();
    };
  }

  private Mapped map() {
    RecordMapping mapping = new RecordMapping(schema, message, options);
    Incoming incoming =
        new Incoming(mapping.type(), message.fullName(), schemaId, mapping.origins());
    return new Mapped(mapping, incoming);
  }

  private record Mapped(RecordMapping mapping, Incoming incoming) {}
}
