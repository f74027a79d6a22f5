/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.Unit;
import io.tidewater.format.ledger.Basis;
import io.tidewater.format.ledger.Claim;
import io.tidewater.format.ledger.ClaimedRange;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.OffsetRange;
import io.tidewater.format.ledger.SourceLog;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.Start;
import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.schema.UnsupportedSchemaException;
import io.tidewater.format.value.ValueMismatchException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a table has taken and not handed to a commit yet: lanes, files and their age. */
final class Staging {
  private static final Logger LOG = LoggerFactory.getLogger(Staging.class);

  private final TableTarget target;
  private final PipelineContext context;
  private final Lanes lanes = new Lanes();

  /** Partitions that start where their consumer group stands, known with their first record. */
  private final Map<SourcePartition, SourceLog> awaitingPosition = new HashMap<>();

  private @Nullable OpenTable open;
  private long rows;
  private long since;
  private long newestTimestamp;

  Staging(TableTarget target, PipelineContext context) {
    this.target = target;
    this.context = context;
  }

  /** Begins to take the records of a partition, and has it read from where that was decided. */
  void begin(SourcePartition source, Start where, SourceLog log) {
    if (where instanceof Start.At at) {
      lanes.begin(source, new Lane(log.topic(), at.basis(), at.from(), at.position()));
      context.reading().readFrom(source, at.position());
      LOG.info(
          "starting table={} source={} offset={} basis={}",
          target.identifier(),
          source,
          at.position(),
          at.basis());
    } else {
      awaitingPosition.put(source, log);
    }
  }

  boolean has(SourcePartition source) {
    return lanes.of(source) != null || awaitingPosition.containsKey(source);
  }

  Optional<OpenTable> open() {
    return Optional.ofNullable(open);
  }

  /** Uses a table that a start has loaded, unless one is open already. */
  void use(Table table) {
    if (open == null) {
      open = context.opener().open(target, table);
    }
  }

  /** What became of a record. */
  enum Effect {
    ROW,
    REJECTED,
    /** The table has it already, or does not read its partition. */
    NONE
  }

  /** Writes a record, if its offset is still waited for. */
  Effect write(SourcePartition source, long offset, SinkRecord record) {
    Lane lane = laneOf(source, offset);
    if (lane == null || !lane.waitsFor(offset)) {
      return Effect.NONE;
    }
    if (!tableFor(record).map(table -> table.write(record)).orElse(false)) {
      lane.passed(offset + 1);
      return Effect.REJECTED;
    }
    if (rows++ == 0) {
      since = context.now();
    }
    Long timestamp = record.timestamp();
    newestTimestamp = Math.max(newestTimestamp, timestamp == null ? 0 : timestamp);
    lane.took(offset);
    return Effect.ROW;
  }

  void missed(SourcePartition source, OffsetRange gap) {
    Lane lane = lanes.of(source);
    if (lane != null) {
      lane.missed(gap);
    }
  }

  long rows() {
    return rows;
  }

  long bytes() {
    return open == null ? 0 : open.bytes();
  }

  /** When the first of the waiting rows came, in milliseconds of the task's clock. */
  long since() {
    return since;
  }

  /** A partition that the ledger does not have where it should, given that all claims landed. */
  Optional<SourcePartition> disagreement(Ledger ledger) {
    return lanes.disagreement(ledger);
  }

  boolean hasUnclaimed() {
    return lanes.hasUnclaimed();
  }

  /** The first offset that may not be in the table; -1 if nobody knows. */
  long safeUpTo(SourcePartition source, long position) {
    Lane lane = lanes.of(source);
    return lane == null ? -1 : lane.safeUpTo(position);
  }

  /** Closes the files and makes a unit of all that was consumed until now. */
  Optional<Unit> close() {
    OpenTable table = open;
    if (table == null) {
      return Optional.empty();
    }
    lanes.passed(context.reading());
    List<DataFile> files = table.close();
    Map<SourcePartition, Long> gaps = lanes.gaps();
    SortedMap<SourcePartition, ClaimedRange> ranges = lanes.claim();
    rows = 0;
    return ranges.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Unit(
                context.newCommitId(),
                new Claim(table.uuid(), ranges),
                files,
                gaps,
                newestTimestamp));
  }

  /** Forgets partitions whose rows were committed or are not wanted. */
  void end(Collection<SourcePartition> sources) {
    lanes.end(sources);
    awaitingPosition.keySet().removeAll(sources);
  }

  /** Gives up everything: the files, the lanes, and the table as it was loaded. */
  void drop() {
    if (open != null) {
      open.abandon();
      open = null;
    }
    lanes.clear();
    awaitingPosition.clear();
    rows = 0;
  }

  /** Empty if no table can be made for the record, which is rejected then. */
  private Optional<OpenTable> tableFor(SinkRecord record) {
    if (open == null) {
      try {
        open = context.opener().open(target, record);
      } catch (ValueMismatchException | UnsupportedSchemaException | UnknownSchemaException e) {
        context.opener().reject(target, record, e);
      }
    }
    return Optional.ofNullable(open);
  }

  private @Nullable Lane laneOf(SourcePartition source, long offset) {
    SourceLog log = awaitingPosition.remove(source);
    if (log != null) {
      lanes.begin(source, new Lane(log.topic(), Basis.FIRST, offset, offset));
    }
    return lanes.of(source);
  }
}
