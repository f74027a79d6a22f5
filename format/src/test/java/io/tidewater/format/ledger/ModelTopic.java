/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;

/** A Kafka topic reduced to which offsets hold a record. */
final class ModelTopic {
  private final String name;
  private final List<Log> partitions = new ArrayList<>();
  private int generation;

  ModelTopic(String name, int partitionCount) {
    this.name = name;
    for (int partition = 0; partition < partitionCount; partition++) {
      partitions.add(new Log());
    }
  }

  private static final class Log {
    final NavigableSet<Long> records = new TreeSet<>();
    long start;
    long end;
  }

  TopicId id() {
    return new TopicId("generation-" + generation);
  }

  List<SourcePartition> sources() {
    List<SourcePartition> sources = new ArrayList<>();
    for (int partition = 0; partition < partitions.size(); partition++) {
      sources.add(new SourcePartition(name, partition));
    }
    return sources;
  }

  /** Appends records, some offsets being taken by transaction markers or removed by compaction. */
  void produce(Random random) {
    Log log = partitions.get(random.nextInt(partitions.size()));
    for (int count = 1 + random.nextInt(8); count > 0; count--) {
      if (random.nextInt(5) > 0) {
        log.records.add(log.end);
      }
      log.end++;
    }
  }

  void recreate() {
    generation++;
    partitions.replaceAll(old -> new Log());
  }

  /** Retention: deletes the oldest records of a partition. */
  void truncate(Random random) {
    Log log = partitions.get(random.nextInt(partitions.size()));
    log.start += random.nextLong(log.end - log.start + 1);
    log.records.headSet(log.start).clear();
  }

  SourceLog log(SourcePartition source) {
    Log log = partitions.get(source.partition());
    return new SourceLog(id(), log.start, log.end);
  }

  NavigableSet<Long> records(SourcePartition source) {
    return partitions.get(source.partition()).records;
  }
}
