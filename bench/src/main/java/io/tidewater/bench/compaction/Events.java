/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;

/** Rows such as a shop's click stream has, with the columns of Kafka that the sink adds. */
final class Events {
  static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "event_id", Types.StringType.get()),
          Types.NestedField.required(2, "at", Types.TimestampType.withZone()),
          Types.NestedField.optional(3, "user_id", Types.LongType.get()),
          Types.NestedField.optional(4, "kind", Types.StringType.get()),
          Types.NestedField.optional(5, "country", Types.StringType.get()),
          Types.NestedField.optional(6, "path", Types.StringType.get()),
          Types.NestedField.optional(7, "amount", Types.DoubleType.get()),
          Types.NestedField.optional(8, "quantity", Types.IntegerType.get()),
          Types.NestedField.optional(9, "_kafka_partition", Types.IntegerType.get()),
          Types.NestedField.optional(10, "_kafka_offset", Types.LongType.get()));

  private static final String[] KINDS = {"view", "search", "cart", "order", "refund"};
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private final Random random;
  private long offset;

  Events(long seed) {
    this.random = new Random(seed);
  }

  Record next() {
    GenericRecord row = GenericRecord.create(SCHEMA);
    row.set(0, new UUID(random.nextLong(), random.nextLong()).toString());
    row.set(
        1,
        OffsetDateTime.ofInstant(
            START.plusMillis(offset * 3 + random.nextInt(50)), ZoneOffset.UTC));
    row.set(2, (long) (random.nextGaussian() * 200_000) + 1_000_000);
    row.set(3, KINDS[random.nextInt(KINDS.length)]);
    row.set(4, country());
    row.set(5, random.nextInt(4) == 0 ? null : "/shop/item/" + random.nextInt(40_000));
    row.set(6, random.nextInt(3) == 0 ? null : random.nextInt(10_000_000) / 100.0);
    row.set(7, 1 + random.nextInt(9));
    row.set(8, 3);
    row.set(9, offset++);
    return row;
  }

  private String country() {
    int number = (int) Math.abs(random.nextGaussian() * 20);
    return "" + (char) ('A' + number / 26 % 26) + (char) ('A' + number % 26);
  }
}
