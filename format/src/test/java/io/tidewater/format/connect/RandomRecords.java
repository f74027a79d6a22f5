/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/** Schemas, later versions of them, and values of them, all from one seed. */
@SuppressWarnings("JavaUtilDate") // It is what Connect hands over.
final class RandomRecords {
  private static final int DEEPEST = 4;
  private static final int FIELDS = 5;

  private final Random random;
  private int lastName;

  RandomRecords(long seed) {
    this.random = new Random(seed);
  }

  /** A schema of a record. */
  Schema schema() {
    SchemaBuilder struct = SchemaBuilder.struct();
    for (int i = 0; i < FIELDS; i++) {
      struct.field(newName(), type(1));
    }
    return struct.build();
  }

  /**
   * A later version: fields dropped, added, moved, widened and made optional, at any depth; never
   * one that Iceberg cannot follow.
   */
  Schema evolved(Schema schema) {
    return switch (schema.type()) {
      case STRUCT -> evolvedStruct(schema);
      case ARRAY -> nullable(SchemaBuilder.array(evolved(schema.valueSchema())), schema);
      case MAP ->
          nullable(SchemaBuilder.map(schema.keySchema(), evolved(schema.valueSchema())), schema);
      case INT8 -> nullable(SchemaBuilder.type(oneOf(Schema.Type.INT8, Schema.Type.INT16)), schema);
      case INT16 ->
          nullable(SchemaBuilder.type(oneOf(Schema.Type.INT16, Schema.Type.INT32)), schema);
      case INT32 ->
          nullable(SchemaBuilder.type(oneOf(Schema.Type.INT32, Schema.Type.INT64)), schema);
      case FLOAT32 ->
          nullable(SchemaBuilder.type(oneOf(Schema.Type.FLOAT32, Schema.Type.FLOAT64)), schema);
      default -> schema;
    };
  }

  private Schema evolvedStruct(Schema schema) {
    List<Field> fields = new ArrayList<>(schema.fields());
    java.util.Collections.shuffle(fields, random);
    SchemaBuilder struct = SchemaBuilder.struct();
    for (Field field : fields) {
      if (random.nextInt(8) > 0) {
        struct.field(field.name(), evolved(field.schema()));
      }
    }
    while (random.nextInt(3) == 0) {
      struct.field(newName(), type(2));
    }
    return nullable(struct, schema);
  }

  /** A value of a schema; null now and then where it may be. */
  @Nullable Object value(Schema schema) {
    if (schema.isOptional() && random.nextInt(4) == 0) {
      return null;
    }
    if (Timestamp.LOGICAL_NAME.equals(schema.name())) {
      return new Date(random.nextInt());
    }
    return switch (schema.type()) {
      case STRUCT -> struct(schema);
      case ARRAY -> list(schema);
      case MAP -> map(schema);
      case INT8 -> (byte) random.nextInt();
      case INT16 -> (short) random.nextInt();
      case INT32 -> random.nextInt();
      case INT64 -> random.nextLong();
      case FLOAT32 -> random.nextFloat();
      case FLOAT64 -> random.nextDouble();
      case BOOLEAN -> random.nextBoolean();
      case STRING -> Integer.toString(random.nextInt(), 36);
      case BYTES -> ByteBuffer.wrap(new byte[] {(byte) random.nextInt()});
    };
  }

  /** A record of a schema. */
  Struct struct(Schema schema) {
    Struct struct = new Struct(schema);
    for (Field field : schema.fields()) {
      struct.put(field, value(field.schema()));
    }
    return struct;
  }

  private List<@Nullable Object> list(Schema schema) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      list.add(value(schema.valueSchema()));
    }
    return list;
  }

  private Map<@Nullable Object, @Nullable Object> map(Schema schema) {
    Map<@Nullable Object, @Nullable Object> map = new HashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      map.put(value(schema.keySchema()), value(schema.valueSchema()));
    }
    return map;
  }

  private Schema type(int depth) {
    int kinds = depth == DEEPEST ? 10 : 14;
    SchemaBuilder builder =
        switch (random.nextInt(kinds)) {
          case 0 -> SchemaBuilder.int8();
          case 1 -> SchemaBuilder.int16();
          case 2 -> SchemaBuilder.int32();
          case 3 -> SchemaBuilder.int64();
          case 4 -> SchemaBuilder.float32();
          case 5 -> SchemaBuilder.float64();
          case 6 -> SchemaBuilder.bool();
          case 7 -> SchemaBuilder.string();
          case 8 -> SchemaBuilder.bytes();
          case 9 -> Timestamp.builder();
          case 10 -> SchemaBuilder.array(type(depth + 1));
          case 11 -> SchemaBuilder.map(Schema.STRING_SCHEMA, type(depth + 1));
          case 12 -> SchemaBuilder.map(Schema.INT64_SCHEMA, type(depth + 1));
          default -> structType(depth);
        };
    return random.nextBoolean() ? builder.optional().build() : builder.build();
  }

  private SchemaBuilder structType(int depth) {
    SchemaBuilder struct = SchemaBuilder.struct();
    for (int i = random.nextInt(FIELDS); i > 0; i--) {
      struct.field(newName(), type(depth + 1));
    }
    return struct;
  }

  private Schema nullable(SchemaBuilder builder, Schema before) {
    return before.isOptional() || random.nextInt(4) == 0
        ? builder.optional().build()
        : builder.build();
  }

  private String newName() {
    return "f" + lastName++;
  }

  private Schema.Type oneOf(Schema.Type first, Schema.Type second) {
    return random.nextBoolean() ? first : second;
  }
}
