/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.Changes;
import io.tidewater.connector.commit.DeadLettersFirst;
import io.tidewater.connector.commit.Delivery;
import io.tidewater.connector.commit.Unit;
import io.tidewater.connector.config.TombstonePolicy;
import io.tidewater.connector.deadletter.DeadLetterStart;
import io.tidewater.connector.deadletter.DeadLetters;
import io.tidewater.connector.reject.Misfit;
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
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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
  private final BadRecords badRecords;
  private final Lanes lanes = new Lanes();

  private @Nullable OpenTable open;
  private long rows;
  private long since;
  private long newestTimestamp;

  Staging(TableTarget target, PipelineContext context) {
    this.target = target;
    this.context = context;
    this.badRecords = new BadRecords(target, context);
  }

  /** Begins with the dead letters of partitions. */
  void begin(DeadLetterStart start, Collection<SourcePartition> sources) {
    badRecords.deadLetters().ifPresent(letters -> letters.begin(start, sources));
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
      lanes.beginWithFirst(source, log);
    }
  }

  boolean has(SourcePartition source) {
    return lanes.has(source);
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
    Lane lane = lanes.ofRecord(source, offset);
    if (lane == null || !lane.waitsFor(offset)) {
      return Effect.NONE;
    }
    Optional<Misfit> misfit = tryWrite(record);
    if (misfit.isPresent()) {
      reject(lane, source, offset, record, misfit.get());
      return Effect.REJECTED;
    }
    badRecords.accepted();
    waits();
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

  /** How many records wait to be committed, rows and dead letters. */
  long rows() {
    return rows;
  }

  /** How many keys of rows are held in memory until the files are closed. */
  int keys() {
    return open == null ? 0 : open.keys();
  }

  long bytes() {
    long letters = badRecords.deadLetters().map(DeadLetters::bytes).orElse(0L);
    return letters + (open == null ? 0 : open.bytes());
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

  /** Closes the files and makes a delivery of all that was consumed until now. */
  Optional<Delivery> close() {
    rows = 0;
    Delivery delivery =
        new Delivery(
            closeRows(),
            badRecords.deadLetters().flatMap(letters -> letters.close(context.newCommitId())));
    return delivery.rows().isEmpty() && delivery.deadLetters().isEmpty()
        ? Optional.empty()
        : Optional.of(delivery);
  }

  /** Commits deliveries to the tables as they are open now. */
  DeadLettersFirst committers() {
    return new DeadLettersFirst(
        open().map(OpenTable::committer), badRecords.deadLetters().flatMap(DeadLetters::committer));
  }

  /** Forgets partitions whose rows were committed or are not wanted. */
  void end(Collection<SourcePartition> sources) {
    lanes.end(sources);
    badRecords.deadLetters().ifPresent(letters -> letters.end(sources));
  }

  /** Gives up everything: the files, the lanes, and the table as it was loaded. */
  void drop() {
    if (open != null) {
      open.abandon();
      open = null;
    }
    badRecords.deadLetters().ifPresent(DeadLetters::drop);
    lanes.clear();
    rows = 0;
  }

  private Optional<Unit> closeRows() {
    OpenTable table = open;
    if (table == null) {
      return Optional.empty();
    }
    lanes.passed(context.reading());
    Changes changes = new Changes(table.close(), table.closeDeletes());
    Map<SourcePartition, Long> gaps = lanes.gaps();
    SortedMap<SourcePartition, ClaimedRange> ranges = lanes.claim();
    return ranges.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Unit(
                context.newCommitId(),
                new Claim(table.uuid(), ranges),
                changes,
                gaps,
                newestTimestamp));
  }

  /** Writes a record; returns why if it cannot be a row. */
  private Optional<Misfit> tryWrite(SinkRecord record) {
    TombstonePolicy policy = target.settings().tombstones();
    if (record.value() == null && Tombstones.objection(policy).isPresent()) {
      return Tombstones.objection(policy);
    }
    try {
      if (open == null) {
        open = context.opener().open(target, record);
      }
      if (record.value() == null && policy == TombstonePolicy.DELETE) {
        return open.delete(record).map(Tombstones::misfit);
      }
      open.write(record);
      return Optional.empty();
    } catch (ValueMismatchException | UnsupportedSchemaException | UnknownSchemaException e) {
      return Optional.of(Misfit.of(e, context.opener().schemaIdOf(record)));
    }
  }

  private void reject(
      Lane lane, SourcePartition source, long offset, SinkRecord record, Misfit misfit) {
    if (misfit.type() == Misfit.Type.TOMBSTONE
        && target.settings().tombstones() == TombstonePolicy.FAIL) {
      throw badRecords.stopAt(source, offset, misfit);
    }
    if (badRecords.reject(source, offset, record, misfit)) {
      waits();
      lane.took(offset);
    } else {
      lane.passed(offset + 1);
    }
  }

  /** Notes that one more record waits to be committed. */
  private void waits() {
    if (rows++ == 0) {
      since = context.now();
    }
  }
}
