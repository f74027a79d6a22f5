/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.source.SourceReading;
import io.tidewater.format.ledger.Basis;
import io.tidewater.format.ledger.ClaimedRange;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.SourceLog;
import io.tidewater.format.ledger.SourcePartition;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lanes of one table, one for each partition that was started. */
final class Lanes {
  private final SortedMap<SourcePartition, Lane> lanes = new TreeMap<>();

  /** Partitions that start where their consumer group stands, known with their first record. */
  private final Map<SourcePartition, SourceLog> awaitingPosition = new HashMap<>();

  void begin(SourcePartition source, Lane lane) {
    lanes.put(source, lane);
  }

  /** Begins the lane of a partition with its first record, wherever that is. */
  void beginWithFirst(SourcePartition source, SourceLog log) {
    awaitingPosition.put(source, log);
  }

  boolean has(SourcePartition source) {
    return lanes.containsKey(source) || awaitingPosition.containsKey(source);
  }

  @Nullable Lane of(SourcePartition source) {
    return lanes.get(source);
  }

  /** The lane of a record, which may be the first one. */
  @Nullable Lane ofRecord(SourcePartition source, long offset) {
    SourceLog log = awaitingPosition.remove(source);
    if (log != null) {
      begin(source, new Lane(log.topic(), Basis.FIRST, offset, offset));
    }
    return of(source);
  }

  void end(Collection<SourcePartition> sources) {
    lanes.keySet().removeAll(sources);
    awaitingPosition.keySet().removeAll(sources);
  }

  void clear() {
    lanes.clear();
    awaitingPosition.clear();
  }

  /** Whether offsets were consumed that no claim covers yet. */
  boolean hasUnclaimed() {
    return lanes.values().stream().anyMatch(Lane::hasUnclaimed);
  }

  /** A partition that the ledger does not have where it should, given that all claims landed. */
  Optional<SourcePartition> disagreement(Ledger ledger) {
    return lanes.entrySet().stream()
        .filter(entry -> !entry.getValue().agreesWith(ledger.next(entry.getKey())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Brings all lanes to the positions of their partitions. */
  void passed(SourceReading reading) {
    lanes.forEach((source, lane) -> reading.position(source).ifPresent(lane::passed));
  }

  /** Where offsets were missing since the last claim. */
  Map<SourcePartition, Long> gaps() {
    Map<SourcePartition, Long> gaps = new TreeMap<>();
    lanes.forEach(
        (source, lane) -> {
          if (lane.hasGap()) {
            gaps.put(source, lane.lowestGap());
          }
        });
    return gaps;
  }

  /** Claims all that was consumed. */
  SortedMap<SourcePartition, ClaimedRange> claim() {
    SortedMap<SourcePartition, ClaimedRange> ranges = new TreeMap<>();
    lanes.forEach(
        (source, lane) -> {
          if (lane.hasUnclaimed()) {
            ranges.put(source, lane.claim());
          }
        });
    return ranges;
  }
}
