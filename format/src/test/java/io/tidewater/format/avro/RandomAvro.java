/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** Random schemas and values of them, the same for the same seed. */
final class RandomAvro {
  private static final int DEEPEST = 3;

  /** So many within each other that lists become short: a type within itself needs an end. */
  private static final int MANY = 3;

  private static final List<Schema.Type> SCALARS =
      List.of(
          Schema.Type.BOOLEAN,
          Schema.Type.INT,
          Schema.Type.LONG,
          Schema.Type.FLOAT,
          Schema.Type.DOUBLE,
          Schema.Type.STRING,
          Schema.Type.BYTES);

  private final Random random;
  private int lastName;

  /** Records around the value that is being made. */
  private int records;

  RandomAvro(Random random) {
    this.random = random;
  }

  /** A name that no other thing has. */
  String name(String prefix) {
    return prefix + ++lastName;
  }

  /** A record whose fields are anything. */
  Schema record() {
    return record(0);
  }

  private Schema record(int depth) {
    List<Schema.Field> fields = new ArrayList<>();
    int size = depth == 0 ? 1 + random.nextInt(6) : random.nextInt(6);
    for (int i = 0; i < size; i++) {
      fields.add(new Schema.Field(name("f"), type(depth + 1)));
    }
    return Schema.createRecord(name("R"), null, "random", false, fields);
  }

  /** Any type. */
  Schema type(int depth) {
    return switch (random.nextInt(depth < DEEPEST ? 12 : 8)) {
      case 5 -> Schema.createEnum(name("E"), null, "random", symbols(1 + random.nextInt(3)));
      case 6 -> Schema.createFixed(name("F"), null, "random", 1 + random.nextInt(9));
      case 7 -> union(depth);
      case 8 -> record(depth);
      case 9 -> Schema.createArray(type(depth + 1));
      case 10 -> Schema.createMap(type(depth + 1));
      case 11 -> random.nextInt(4) == 0 ? Schema.create(Schema.Type.NULL) : union(depth);
      default -> scalar();
    };
  }

  Schema scalar() {
    return Schema.create(SCALARS.get(random.nextInt(SCALARS.size())));
  }

  private List<String> symbols(int count) {
    return IntStream.range(0, count).mapToObj(i -> name("S")).toList();
  }

  private Schema union(int depth) {
    Map<String, Schema> branches = new LinkedHashMap<>();
    int size = 1 + random.nextInt(3);
    while (branches.size() < size) {
      Schema branch = type(depth + 1);
      if (branch.getType() != Schema.Type.UNION) {
        branches.putIfAbsent(branch.getFullName(), branch);
      }
    }
    List<Schema> all = new ArrayList<>(branches.values());
    if (random.nextBoolean() && !branches.containsKey("null")) {
      all.add(random.nextInt(all.size() + 1), Schema.create(Schema.Type.NULL));
    }
    return Schema.createUnion(all);
  }

  /** A value of a schema, in the classes of the library's generic data. */
  @Nullable Object value(Schema schema) {
    return switch (schema.getType()) {
      case NULL -> null;
      case BOOLEAN -> random.nextBoolean();
      case INT -> random.nextInt() >> random.nextInt(32);
      case LONG -> random.nextLong() >> random.nextInt(64);
      case FLOAT -> random.nextFloat();
      case DOUBLE -> random.nextGaussian();
      case STRING -> text();
      case BYTES -> ByteBuffer.wrap(bytes(random.nextInt(20)));
      case FIXED -> new GenericData.Fixed(schema, bytes(schema.getFixedSize()));
      case ENUM -> new GenericData.EnumSymbol(schema, one(schema.getEnumSymbols()));
      case UNION -> value(one(schema.getTypes()));
      case ARRAY ->
          IntStream.range(0, random.nextInt(records > MANY ? 2 : 4))
              .mapToObj(i -> value(schema.getElementType()))
              .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
      case MAP -> map(schema);
      case RECORD -> struct(schema);
    };
  }

  private Map<String, @Nullable Object> map(Schema schema) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      map.put(text() + i, value(schema.getValueType()));
    }
    return map;
  }

  private GenericData.Record struct(Schema schema) {
    GenericData.Record record = new GenericData.Record(schema);
    records++;
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), value(field.schema()));
    }
    records--;
    return record;
  }

  private String text() {
    return random
        .ints(random.nextInt(12), 32, 0x2000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
