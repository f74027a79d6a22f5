/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.source;

import io.tidewater.connector.source.PartitionCursor.Step;
import io.tidewater.format.ledger.OffsetRange;
import io.tidewater.format.ledger.SourcePartition;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** How far a task has come with its partitions, and which of them wait. For the task's thread. */
public final class Positions implements SourceReading {
  private final SinkTaskContext context;
  private final Map<SourcePartition, PartitionCursor> cursors = new HashMap<>();
  private final Set<SourcePartition> paused = new HashSet<>();

  public Positions(SinkTaskContext context) {
    this.context = context;
  }

  public void assign(Collection<SourcePartition> sources) {
    sources.forEach(source -> cursors.put(source, new PartitionCursor()));
    paused.removeAll(sources);
  }

  public void revoke(Collection<SourcePartition> sources) {
    cursors.keySet().removeAll(sources);
    paused.removeAll(sources);
  }

  @Override
  public void readFrom(SourcePartition source, long offset) {
    PartitionCursor cursor = cursors.get(source);
    if (cursor == null) {
      return;
    }
    OptionalLong position = cursor.position();
    if (position.isEmpty() || offset < position.getAsLong()) {
      cursor.seek(offset);
      context.offset(partition(source), offset);
    }
  }

  /** Says how a record stands to the position of its partition. */
  public Step look(SourcePartition source, long offset) {
    PartitionCursor cursor = cursors.get(source);
    return cursor == null ? Step.STALE : cursor.look(offset);
  }

  /** Where offsets were missing before the record that was looked at last. */
  public Optional<OffsetRange> takeGap(SourcePartition source) {
    PartitionCursor cursor = cursors.get(source);
    return cursor == null ? Optional.empty() : cursor.takeGap();
  }

  /** Goes behind a record that was dealt with. */
  public void pass(SourcePartition source, long offset) {
    PartitionCursor cursor = cursors.get(source);
    if (cursor != null) {
      cursor.pass(offset);
    }
  }

  /** Leaves a record for later. */
  public void leave(SourcePartition source, long offset) {
    PartitionCursor cursor = cursors.get(source);
    if (cursor != null) {
      cursor.leave(offset);
    }
  }

  /** Notes that offsets were consumed; returns those of which no record came here. */
  public Optional<OffsetRange> consumedUpTo(SourcePartition source, long end) {
    PartitionCursor cursor = cursors.get(source);
    return cursor == null ? Optional.empty() : cursor.consumedUpTo(end);
  }

  /** Ends a batch: asks again for what was dropped, and pauses what is not wanted. */
  public void endBatch(Predicate<SourcePartition> wanted) {
    cursors.forEach(
        (source, cursor) -> {
          cursor.endBatch().ifPresent(offset -> context.offset(partition(source), offset));
          if (wanted.test(source)) {
            if (paused.remove(source)) {
              context.resume(partition(source));
            }
          } else if (paused.add(source)) {
            context.pause(partition(source));
          }
        });
  }

  @Override
  public OptionalLong position(SourcePartition source) {
    PartitionCursor cursor = cursors.get(source);
    return cursor == null ? OptionalLong.empty() : cursor.position();
  }

  private static TopicPartition partition(SourcePartition source) {
    return new TopicPartition(source.topic(), source.partition());
  }
}
