/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a table holds of one topic.
 *
 * @param id the topic's id when the offsets were consumed
 * @param next for each partition the first offset that is not in the table yet
 */
public record TopicOffsets(TopicId id, SortedMap<Integer, Long> next) {
  public TopicOffsets {
    Objects.requireNonNull(id, "id");
    next = Collections.unmodifiableSortedMap(new TreeMap<>(next));
  }

  /** These offsets with some partitions moved to other positions. */
  TopicOffsets with(TopicId newId, Map<Integer, Long> positions) {
    SortedMap<Integer, Long> moved = new TreeMap<>(next);
    moved.putAll(positions);
    return new TopicOffsets(newId, moved);
  }
}
