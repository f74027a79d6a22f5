/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import io.tidewater.format.avro.AvroFormat;
import io.tidewater.format.jsonschema.JsonSchemaFormat;
import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.protobuf.ProtobufFormat;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.MappingOptions;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tells what the records of a subject's schemas need, through the formats that read them. */
final class WriterSchemas {
  private static final int LONGEST_VARINT = 5;

  private final Map<SchemaKind, PayloadFormat> formats = new EnumMap<>(SchemaKind.class);
  private final List<Integer> message;

  /**
   * @param message which message of a Protobuf schema: indexes from the file's messages inwards
   */
  WriterSchemas(
      SchemaRegistry registry, String subject, MappingOptions options, List<Integer> message) {
    formats.put(SchemaKind.AVRO, new AvroFormat(registry, subject, options));
    formats.put(SchemaKind.PROTOBUF, new ProtobufFormat(registry, subject, options));
    formats.put(SchemaKind.JSON, new JsonSchemaFormat(registry, subject, options));
    this.message = List.copyOf(message);
  }

  /**
   * What records of a schema need of a table.
   *
   * @throws io.tidewater.format.schema.UnsupportedSchemaException if no table can hold them
   */
  Incoming of(RegisteredSchema schema) {
    PayloadFormat format = formats.get(schema.kind());
    if (format == null) {
      throw new IllegalStateException("no format for " + schema.kind());
    }
    WriterSchema writer = format.writerOf(frame(schema));
    return writer.incoming();
  }

  /** What stands before each value that is written with a schema. */
  private ByteBuffer frame(RegisteredSchema schema) {
    ByteBuffer frame =
        ByteBuffer.allocate(1 + Integer.BYTES + LONGEST_VARINT * (message.size() + 1));
    frame.put((byte) 0).putInt(schema.id());
    if (schema.kind() == SchemaKind.PROTOBUF) {
      putVarint(frame, message.size());
      message.forEach(index -> putVarint(frame, index));
    }
    return frame.flip();
  }

  private static void putVarint(ByteBuffer target, int number) {
    int rest = number << 1;
    while ((rest & ~0x7f) != 0) {
      target.put((byte) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    target.put((byte) rest);
  }
}
