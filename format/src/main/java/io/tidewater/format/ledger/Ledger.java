/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The offset ledger of one branch of a table: per topic its id and, per partition, the first offset
 * that is not in the table yet. Immutable.
 *
 * @param topics the topics by name
 */
public record Ledger(SortedMap<String, TopicOffsets> topics) {
  /** The ledger of a table that holds nothing of any topic. */
  public static final Ledger EMPTY = new Ledger(new TreeMap<>());

  public Ledger {
    topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
  }

  /**
   * The first offset of a partition that is not in the table yet; empty if the table knows none.
   */
  public OptionalLong next(SourcePartition source) {
    TopicOffsets offsets = topics.get(source.topic());
    Long next = offsets == null ? null : offsets.next().get(source.partition());
    return next == null ? OptionalLong.empty() : OptionalLong.of(next);
  }

  /** The id that a topic had when its offsets were consumed; unknown for a topic not listed. */
  public TopicId topicId(String topic) {
    TopicOffsets offsets = topics.get(topic);
    return offsets == null ? TopicId.UNKNOWN : offsets.id();
  }

  public boolean isEmpty() {
    return topics.isEmpty();
  }

  /** This ledger with some partitions of a topic moved, the others carried along. */
  public Ledger with(String topic, TopicId id, Map<Integer, Long> positions) {
    SortedMap<String, TopicOffsets> moved = new TreeMap<>(topics);
    TopicOffsets offsets = moved.getOrDefault(topic, new TopicOffsets(id, new TreeMap<>()));
    moved.put(topic, offsets.with(id.isKnown() ? id : offsets.id(), positions));
    return new Ledger(moved);
  }

  /** This ledger without a topic, as for one that was deleted and created anew. */
  public Ledger without(String topic) {
    SortedMap<String, TopicOffsets> rest = new TreeMap<>(topics);
    rest.remove(topic);
    return new Ledger(rest);
  }

  /** This ledger without one partition, as if the table had never had it. */
  public Ledger without(SourcePartition source) {
    TopicOffsets offsets = topics.get(source.topic());
    if (offsets == null) {
      return this;
    }
    SortedMap<Integer, Long> next = new TreeMap<>(offsets.next());
    next.remove(source.partition());
    SortedMap<String, TopicOffsets> rest = new TreeMap<>(topics);
    rest.put(source.topic(), new TopicOffsets(offsets.id(), next));
    return new Ledger(rest);
  }
}
