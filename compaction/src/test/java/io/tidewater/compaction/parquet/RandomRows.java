/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/** Rows of any schema, the same ones for the same seed. */
final class RandomRows {
  private static final Types.StructType ADDRESS =
      Types.StructType.of(
          Types.NestedField.optional(30, "street", Types.StringType.get()),
          Types.NestedField.required(31, "number", Types.IntegerType.get()),
          Types.NestedField.optional(32, "height", Types.DoubleType.get()));

  /** A column of every type that is stored, and nested ones. */
  static final Schema EVERY_TYPE =
      new Schema(
          Types.NestedField.required(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "flag", Types.BooleanType.get()),
          Types.NestedField.optional(3, "small", Types.IntegerType.get()),
          Types.NestedField.optional(4, "ratio", Types.FloatType.get()),
          Types.NestedField.optional(5, "amount", Types.DoubleType.get()),
          Types.NestedField.optional(6, "name", Types.StringType.get()),
          Types.NestedField.optional(7, "kind", Types.StringType.get()),
          Types.NestedField.optional(8, "blob", Types.BinaryType.get()),
          Types.NestedField.optional(9, "fixed", Types.FixedType.ofLength(7)),
          Types.NestedField.optional(10, "uuid", Types.UUIDType.get()),
          Types.NestedField.optional(11, "date", Types.DateType.get()),
          Types.NestedField.optional(12, "time", Types.TimeType.get()),
          Types.NestedField.optional(13, "local", Types.TimestampType.withoutZone()),
          Types.NestedField.optional(14, "instant", Types.TimestampType.withZone()),
          Types.NestedField.optional(15, "price", Types.DecimalType.of(9, 2)),
          Types.NestedField.optional(16, "total", Types.DecimalType.of(18, 4)),
          Types.NestedField.optional(17, "huge", Types.DecimalType.of(38, 10)),
          Types.NestedField.optional(18, "address", ADDRESS),
          Types.NestedField.optional(
              19, "tags", Types.ListType.ofOptional(40, Types.StringType.get())),
          Types.NestedField.optional(
              20,
              "scores",
              Types.MapType.ofOptional(
                  41,
                  42,
                  Types.StringType.get(),
                  Types.ListType.ofOptional(43, Types.LongType.get()))),
          Types.NestedField.required(
              21,
              "lines",
              Types.ListType.ofRequired(
                  44,
                  Types.StructType.of(
                      Types.NestedField.required(45, "sku", Types.StringType.get()),
                      Types.NestedField.optional(46, "price", Types.FloatType.get())))));

  private final Random random;
  private long nextId;

  RandomRows(long seed) {
    this.random = new Random(seed);
  }

  /** As many rows; the first column, if a long, counts up. */
  List<Record> of(Schema schema, int count) {
    List<Record> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Record row = struct(schema.asStruct());
      if (schema.columns().get(0).type().typeId() == Type.TypeID.LONG) {
        row.set(0, nextId++);
      }
      rows.add(row);
    }
    return rows;
  }

  private Record struct(Types.StructType type) {
    GenericRecord row = GenericRecord.create(type);
    for (int i = 0; i < type.fields().size(); i++) {
      row.set(i, value(type.fields().get(i)));
    }
    return row;
  }

  private @Nullable Object value(Types.NestedField field) {
    return field.isOptional() && random.nextInt(5) == 0 ? null : value(field.type(), field.name());
  }

  private Object value(Type type, String name) {
    return switch (type.typeId()) {
      case BOOLEAN -> random.nextBoolean();
      case INTEGER -> random.nextInt();
      case LONG -> random.nextLong();
      case FLOAT -> random.nextInt(50) == 0 ? Float.NaN : random.nextFloat() - 0.5f;
      case DOUBLE -> random.nextGaussian();
      case DATE -> LocalDate.ofEpochDay(random.nextInt(30_000));
      case TIME -> LocalTime.ofNanoOfDay(1000L * random.nextInt(80_000_000));
      case TIMESTAMP -> timestamp((Types.TimestampType) type);
      case STRING -> name.equals("kind") ? "kind-" + random.nextInt(9) : text();
      case UUID -> new UUID(random.nextLong(), random.nextLong());
      case FIXED -> bytes(((Types.FixedType) type).length());
      case BINARY -> ByteBuffer.wrap(bytes(random.nextInt(100)));
      case DECIMAL -> decimal((Types.DecimalType) type);
      case STRUCT -> struct(type.asStructType());
      case LIST -> list(type.asListType());
      case MAP -> map(type.asMapType());
      default -> throw new IllegalArgumentException("no rows of " + type);
    };
  }

  private Object timestamp(Types.TimestampType type) {
    Instant instant = Instant.ofEpochSecond(random.nextInt(), 1000L * random.nextInt(1_000_000));
    return type.shouldAdjustToUTC()
        ? instant.atOffset(ZoneOffset.UTC)
        : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private BigDecimal decimal(Types.DecimalType type) {
    int bits = Math.min(100, type.precision() * 3);
    return new BigDecimal(new BigInteger(bits, random), type.scale());
  }

  private String text() {
    String text = "value " + random.nextInt(100_000);
    return random.nextInt(20) == 0 ? text.repeat(10) : text;
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private List<@Nullable Object> list(Types.ListType type) {
    List<@Nullable Object> elements = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      elements.add(value(type.fields().get(0)));
    }
    return elements;
  }

  private Map<Object, @Nullable Object> map(Types.MapType type) {
    Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      entries.put(value(type.keyType(), "key"), value(type.fields().get(1)));
    }
    return entries;
  }
}
