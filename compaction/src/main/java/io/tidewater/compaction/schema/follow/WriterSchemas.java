/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.follow;

import io.tidewater.format.avro.AvroFormat;
import io.tidewater.format.jsonschema.JsonSchemaFormat;
import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.protobuf.ProtobufFormat;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.schema.Incoming;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Tells what records of registered schemas need of a table, through the formats that read such
 * records: each schema is put before an empty payload, as the sink would meet it.
 */
final class WriterSchemas {
  private static final int LONGEST_VARINT = 5;

  private final SchemaRegistry registry;
  private final RecordMapping mapping;

  WriterSchemas(SchemaRegistry registry, RecordMapping mapping) {
    this.registry = registry;
    this.mapping = mapping;
  }

  /**
   * What records of a schema need of a table.
   *
   * @throws io.tidewater.format.schema.UnsupportedSchemaException if no table can hold them
   */
  Incoming of(RegisteredSchema schema, String subject) {
    return format(schema.kind(), subject).writerOf(frame(schema)).incoming();
  }

  private PayloadFormat format(SchemaKind kind, String subject) {
    return switch (kind) {
      case AVRO -> new AvroFormat(registry, subject, mapping.options());
      case PROTOBUF -> new ProtobufFormat(registry, subject, mapping.options());
      case JSON -> new JsonSchemaFormat(registry, subject, mapping.options());
    };
  }

  /** What stands before each value that is written with a schema. */
  private ByteBuffer frame(RegisteredSchema schema) {
    List<Integer> message = mapping.message();
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
