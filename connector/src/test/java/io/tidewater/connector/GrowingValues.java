/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.apache.iceberg.data.Record;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * Values whose schema grows at random offsets: fields are added, and one is widened. Partitions are
 * not read in step, so older schemas come after newer ones. Some have declared schemas, some not.
 */
final class GrowingValues implements LongFunction<Object> {
  private static final int FIELDS = 4;
  private static final int GROWN = 40;

  private final boolean declared;
  private final long widened;
  private final List<Integer> added;
  private final Map<Map<String, Class<?>>, Schema> schemas = new HashMap<>();

  GrowingValues(Random random) {
    declared = random.nextBoolean();
    widened = random.nextInt(GROWN);
    added = random.ints(FIELDS, 0, GROWN).boxed().toList();
  }

  @Override
  public Object apply(long offset) {
    Map<String, Object> fields = fields(offset);
    if (!declared) {
      return fields;
    }
    Map<String, Class<?>> shape = new TreeMap<>();
    fields.forEach((name, value) -> shape.put(name, value.getClass()));
    Struct struct = new Struct(schemas.computeIfAbsent(shape, missing -> schemaOf(fields)));
    fields.forEach(struct::put);
    return struct;
  }

  /** Checks that the row of an offset has the fields of its record, and no others. */
  void assertHolds(Record row, long offset) {
    Map<String, Object> fields = fields(offset);
    assertThat(row.getField("id")).isEqualTo(offset);
    assertThat(((Number) row.getField("size")).longValue()).isEqualTo(offset);
    for (int field = 0; field < FIELDS; field++) {
      assertThat(row.getField("added" + field)).isEqualTo(fields.get("added" + field));
    }
  }

  private Map<String, Object> fields(long offset) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("id", offset);
    if (offset < widened) {
      fields.put("size", (int) offset);
    } else {
      fields.put("size", offset);
    }
    for (int field = 0; field < FIELDS; field++) {
      if (offset >= added.get(field)) {
        fields.put("added" + field, "at " + offset);
      }
    }
    return fields;
  }

  private static Schema schemaOf(Map<String, Object> fields) {
    SchemaBuilder schema = SchemaBuilder.struct().name("shop.Order");
    fields.forEach(
        (name, value) ->
            schema.field(
                name,
                value instanceof String
                    ? Schema.OPTIONAL_STRING_SCHEMA
                    : value instanceof Integer ? Schema.INT32_SCHEMA : Schema.INT64_SCHEMA));
    return schema.build();
  }
}
