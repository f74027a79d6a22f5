/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import io.tidewater.format.ledger.ModelTable.Prepared;
import io.tidewater.format.ledger.ModelTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A task that follows the protocol, one step at a time: it stages ranges, decides on a head, swaps,
 * and may be interrupted by anything between two steps.
 */
final class ModelTask {
  private static final String UUID = "table";

  private final ModelTable table;
  private final ModelTopic topic;
  private final StartPolicy policy;
  private final Function<TableHistory, LedgerReading> reading;
  private final String name;
  private final SortedMap<SourcePartition, Staged> staged = new TreeMap<>();
  private @Nullable Unit inFlight;
  private @Nullable Prepared prepared;
  private int commits;
  private boolean refused;

  ModelTask(
      String name,
      ModelTable table,
      ModelTopic topic,
      StartPolicy policy,
      Function<TableHistory, LedgerReading> reading) {
    this.name = name;
    this.table = table;
    this.topic = topic;
    this.policy = policy;
    this.reading = reading;
  }

  private record Staged(TopicId topic, Basis basis, long from, long to, List<Row> rows) {}

  private record Unit(String commitId, Claim claim, List<Row> rows) {}

  /** Whether the ledger or a start was refused, which ends the task until it is assigned anew. */
  boolean isRefused() {
    return refused;
  }

  boolean isIdle() {
    return inFlight == null
        && staged.entrySet().stream()
            .allMatch(
                entry ->
                    entry.getValue().from() == entry.getValue().to()
                        && entry.getValue().to() == topic.log(entry.getKey()).end());
  }

  /** Forgets everything and starts from the ledger. */
  void assign(List<SourcePartition> sources) {
    staged.clear();
    inFlight = null;
    prepared = null;
    refused = false;
    if (!(reading.apply(table.history()) instanceof LedgerReading.Known known)) {
      refused = true;
      return;
    }
    for (SourcePartition source : sources) {
      SourceLog log = topic.log(source);
      Start start = Start.decide(source, known.ledger(), log, ForeignRows.NONE, policy);
      if (start instanceof Start.At at) {
        Staged begun =
            new Staged(log.topic(), at.basis(), at.from(), at.position(), new ArrayList<>());
        staged.put(source, begun);
      } else {
        refused = true;
      }
    }
  }

  List<SourcePartition> assigned() {
    return List.copyOf(staged.keySet());
  }

  /** Consumes some offsets of every partition. A consumer of a deleted topic gets nothing more. */
  void consume(Random random) {
    staged.replaceAll((source, part) -> read(source, part, random.nextInt(6)));
  }

  private Staged read(SourcePartition source, Staged part, int count) {
    if (!part.topic().equals(topic.id()) || part.to() < topic.log(source).start()) {
      return part;
    }
    long to = Math.min(part.to() + count, topic.log(source).end());
    List<Row> rows = new ArrayList<>(part.rows());
    for (long offset : topic.records(source).subSet(part.to(), to)) {
      rows.add(new Row(source, offset, part.topic()));
    }
    return new Staged(part.topic(), part.basis(), part.from(), to, rows);
  }

  /** Closes what is staged as a unit, if none is in flight, and decides on the current head. */
  void decide() {
    if (refused || staged.isEmpty()) {
      return;
    }
    if (inFlight == null) {
      inFlight = close();
    }
    if (!(reading.apply(table.history()) instanceof LedgerReading.Known known)) {
      refused = true;
      return;
    }
    Verdict verdict = inFlight.claim().decide(UUID, known.ledger());
    if (verdict instanceof Verdict.Accepted accepted) {
      prepared =
          new Prepared(table.head(), inFlight.commitId(), accepted.ledger(), inFlight.rows());
    } else if (verdict instanceof Verdict.AlreadyThere) {
      settle();
    } else {
      assign(assigned());
    }
  }

  private Unit close() {
    NavigableMap<SourcePartition, ClaimedRange> ranges = new TreeMap<>();
    List<Row> rows = new ArrayList<>();
    staged.replaceAll(
        (source, part) -> {
          OffsetRange range = new OffsetRange(part.from(), part.to());
          ranges.put(source, new ClaimedRange(part.topic(), range, part.basis()));
          rows.addAll(part.rows());
          return new Staged(part.topic(), Basis.CONTINUES, part.to(), part.to(), List.of());
        });
    return new Unit(name + "-" + ++commits, new Claim(UUID, ranges), rows);
  }

  /** The swap, or one of the ways in which its answer gets lost. */
  void swap(Random random, List<Prepared> late) {
    Prepared commit = prepared;
    if (commit == null) {
      return;
    }
    prepared = null;
    int fate = random.nextInt(10);
    if (fate == 0) {
      late.add(commit);
    } else if (fate > 1) {
      boolean applied = table.apply(commit);
      boolean answered = fate > 3;
      if (applied && (answered || table.landed(commit.commitId()))) {
        settle();
      }
    }
  }

  private void settle() {
    inFlight = null;
    prepared = null;
  }

  Map<SourcePartition, Long> positions() {
    Map<SourcePartition, Long> positions = new TreeMap<>();
    staged.forEach((source, part) -> positions.put(source, part.to()));
    return positions;
  }
}
