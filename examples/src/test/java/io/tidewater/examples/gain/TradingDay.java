/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.gain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidewater.examples.engines.Engines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.awaitility.Awaitility;

/**
 * A day of orders that are placed, change and are deleted, minute by minute, each minute a commit
 * of the sink.
 */
final class TradingDay {
  static final Instant OPENING = Instant.parse("2026-11-20T00:00:00Z");
  private static final int PARTITIONS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String[] STATUS = {"placed", "paid", "packed", "sent", "delivered"};
  private static final Schema SCHEMA =
      SchemaBuilder.struct()
          .field("id", Schema.INT64_SCHEMA)
          .field("customer", Schema.INT64_SCHEMA)
          .field("status", Schema.STRING_SCHEMA)
          .field("amount", Schema.FLOAT64_SCHEMA)
          .field("changed_at", Timestamp.SCHEMA)
          .field("note", Schema.STRING_SCHEMA)
          .build();

  private final Engines engines;
  private final String topic;
  private final int minutes;
  private final int changesPerMinute;
  private final Random random;
  private long orders;

  TradingDay(Engines engines, String topic, int minutes, int changesPerMinute, long seed) {
    this.engines = engines;
    this.topic = topic;
    this.minutes = minutes;
    this.changesPerMinute = changesPerMinute;
    this.random = new Random(seed);
  }

  /** Lets the day pass, as fast as the sink commits; returns how many orders were ever placed. */
  long pass() {
    engines.sink().topics().create(topic, PARTITIONS);
    Map<String, String> options = new TreeMap<>();
    options.put("topics", topic);
    options.put("tidewater.format-version", "3");
    options.put("tidewater.write.mode", "upsert");
    engines.sink().create(topic, options);
    for (int minute = 0; minute < minutes; minute++) {
      pass(OPENING.plus(Duration.ofMinutes(minute)));
      awaitCommit(minute + 1);
      if ((minute + 1) % 60 == 0) {
        System.out.printf("%d of %d commits%n", minute + 1, minutes);
      }
    }
    return orders;
  }

  private void pass(Instant minute) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(changesPerMinute);
    for (int change = 0; change < changesPerMinute; change++) {
      Instant at = minute.plusMillis(60_000L * change / changesPerMinute);
      // A third places a new order, most others change a young one, a few delete one.
      boolean places = orders == 0 || random.nextInt(3) == 0;
      long age = (long) (random.nextExponential() * 20_000);
      long id = places ? orders++ : Math.max(0, orders - 1 - age);
      boolean deletes = !places && random.nextInt(20) == 0;
      byte[] value = deletes ? null : engines.sink().records().bytes(SCHEMA, order(id, at));
      records.add(
          new ProducerRecord<>(
              topic,
              (int) (id % PARTITIONS),
              at.toEpochMilli(),
              Long.toString(id).getBytes(UTF_8),
              value));
    }
    engines.sink().records().sendAll(records);
  }

  private Struct order(long id, Instant at) {
    return new Struct(SCHEMA)
        .put("id", id)
        .put("customer", (long) random.nextInt(50_000))
        .put("status", STATUS[random.nextInt(STATUS.length)])
        .put("amount", random.nextInt(100_000) / 100.0)
        .put("changed_at", Date.from(at))
        .put("note", Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()));
  }

  /** Each minute is a commit, or two where the sink's interval ended in the middle of it. */
  private void awaitCommit(int minute) {
    long total = (long) minute * changesPerMinute;
    TableIdentifier name = TableIdentifier.parse(topic);
    Awaitility.await(topic).atMost(PATIENCE).until(() -> tables().tableExists(name));
    Table table = tables().loadTable(name);
    Awaitility.await(minute + " minutes in " + topic)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(25))
        .until(
            () -> {
              table.refresh();
              return LedgerTotal.of(table) >= total;
            });
  }

  private Catalog tables() {
    return engines.sink().tables().catalog();
  }
}
