/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import java.util.IdentityHashMap;
import org.apache.avro.Schema;

/** How few bytes a value can take: by that a count is held against what is left of a payload. */
final class MinimumSize {
  /** More is not needed to tell a count that cannot be. */
  private static final int ENOUGH = 1 << 16;

  private final IdentityHashMap<Schema, Integer> records = new IdentityHashMap<>();

  private MinimumSize() {}

  static int of(Schema schema) {
    return new MinimumSize().bytes(schema);
  }

  private int bytes(Schema schema) {
    return switch (schema.getType()) {
      case NULL -> 0;
      case FLOAT -> Float.BYTES;
      case DOUBLE -> Double.BYTES;
      case FIXED -> Math.min(schema.getFixedSize(), ENOUGH);
      case RECORD -> record(schema);
      case UNION -> 1 + schema.getTypes().stream().mapToInt(this::bytes).min().orElse(0);
      default -> 1;
    };
  }

  private int record(Schema schema) {
    Integer known = records.get(schema);
    if (known != null) {
      return known;
    }
    // Met again within itself it counts for nothing, which is few enough.
    records.put(schema, 0);
    int sum = 0;
    for (Schema.Field field : schema.getFields()) {
      sum = Math.min(sum + bytes(field.schema()), ENOUGH);
    }
    records.put(schema, sum);
    return sum;
  }
}
