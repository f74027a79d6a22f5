/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import io.tidewater.connector.source.SourceCluster;
import io.tidewater.format.ledger.SourceLog;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.TopicId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A Kafka cluster in memory: which offsets of which partition hold a record. */
final class ModelCluster implements SourceCluster {
  static final String TOPIC = "shop.orders";
  private static final TopicId ID = new TopicId("id-of-orders");

  private final Map<SourcePartition, NavigableSet<Long>> records = new TreeMap<>();
  private final Map<SourcePartition, Long> ends = new TreeMap<>();
  private final Set<Position> bad = new HashSet<>();
  private final Set<Position> tombstones = new HashSet<>();
  private int badPercent;
  private int tombstonePercent;

  ModelCluster(int partitions) {
    for (int partition = 0; partition < partitions; partition++) {
      addPartition();
    }
  }

  void addPartition() {
    SourcePartition source = new SourcePartition(TOPIC, records.size());
    records.put(source, new TreeSet<>());
    ends.put(source, 0L);
  }

  Set<SourcePartition> sources() {
    return Set.copyOf(records.keySet());
  }

  NavigableSet<Long> records(SourcePartition source) {
    return records.get(source);
  }

  private record Position(SourcePartition source, long offset) {}

  /** From now on so many of a hundred records cannot become rows. */
  void spoil(int percent) {
    badPercent = percent;
  }

  /** From now on so many of a hundred records have no value. */
  void bury(int percent) {
    tombstonePercent = percent;
  }

  boolean isTombstone(SourcePartition source, long offset) {
    return tombstones.contains(new Position(source, offset));
  }

  /** The key of a record: one of five of its partition. */
  static String keyOf(SourcePartition source, long offset) {
    return source.partition() + "-" + offset * 7 % 5;
  }

  boolean isBad(SourcePartition source, long offset) {
    return bad.contains(new Position(source, offset));
  }

  /** Some good records turn bad and the other way round, as after a change of configuration. */
  void judgeAnew(Random random) {
    records.forEach(
        (source, offsets) -> {
          for (long offset : offsets) {
            if (random.nextInt(4) == 0) {
              Position position = new Position(source, offset);
              if (!bad.remove(position)) {
                bad.add(position);
              }
            }
          }
        });
  }

  void produce(Random random) {
    for (SourcePartition source : records.keySet()) {
      for (int count = random.nextInt(6); count > 0; count--) {
        long offset = ends.merge(source, 1L, Long::sum) - 1;
        if (random.nextInt(6) > 0) {
          records.get(source).add(offset);
          if (badPercent > 0 && random.nextInt(100) < badPercent) {
            bad.add(new Position(source, offset));
          }
          if (tombstonePercent > 0 && random.nextInt(100) < tombstonePercent) {
            tombstones.add(new Position(source, offset));
          }
        }
      }
    }
  }

  long end(SourcePartition source) {
    return ends.get(source);
  }

  @Override
  public Map<SourcePartition, SourceLog> logs(Collection<SourcePartition> sources) {
    return sources.stream()
        .collect(Collectors.toMap(source -> source, source -> new SourceLog(ID, 0, end(source))));
  }

  @Override
  public Map<String, TopicId> topicIds(Collection<String> topics) {
    return Map.of(TOPIC, ID);
  }

  @Override
  public Map<SourcePartition, Long> logStarts(Collection<SourcePartition> sources) {
    Map<SourcePartition, Long> starts = new HashMap<>();
    sources.forEach(source -> starts.put(source, 0L));
    return starts;
  }

  @Override
  public Map<SourcePartition, Long> logEnds(Collection<SourcePartition> sources) {
    return sources.stream().collect(Collectors.toMap(source -> source, this::end));
  }

  @Override
  public void close() {}
}
