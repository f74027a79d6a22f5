/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.Rows;
import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.observe.Observation;
import io.tidewater.compaction.observe.Observations;
import io.tidewater.compaction.parquet.ColumnarOptions;
import io.tidewater.compaction.parquet.ColumnarRewriter;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.LocalEngine;
import io.tidewater.compaction.rewrite.RewriteEngine;
import io.tidewater.compaction.rewrite.Rewriting;
import io.tidewater.compaction.rewrite.RewrittenGroup;
import io.tidewater.compaction.rewrite.RewrittenGroup.Method;
import io.tidewater.compaction.rewrite.row.RowRewriter;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.LedgerReading;
import io.tidewater.format.ledger.LedgerSummary;
import io.tidewater.format.ledger.TableLedger;
import io.tidewater.format.ledger.TopicId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random schedules of writers, of other services and of ours. Whatever comes between our steps, no
 * snapshot of ours changes a row, its id or its last update, and the ledger goes with it. {@code
 * -Dtidewater.schedules=N} runs more of them.
 */
class RewriteScheduleTest {
  private static final int SCHEDULES = Integer.getInteger("tidewater.schedules", 12);
  private static final long FIRST_SEED = Long.getLong("tidewater.seed", 1);
  private static final int STEPS = 12;
  private static final Rewriting COLUMNAR =
      (table, group, workplace) -> {
        // So small that row groups are copied, too.
        ColumnarRewriter rewriter =
            new ColumnarRewriter(table, new ColumnarOptions(200), workplace);
        return rewriter.objection(group).isPresent() ? Optional.empty() : Optional.of(rewriter);
      };

  @TempDir Path folder;
  @TempDir Path spill;
  private long landed;
  private long lost;
  private long patched;
  private final Map<Method, Integer> methods = new EnumMap<>(Method.class);

  @Test
  void noScheduleChangesARow() throws IOException {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed++) {
      try (TestTables tables = new TestTables(folder.resolve("seed-" + seed))) {
        new Schedule(tables, seed).run();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "seed " + seed + " (again with -Dtidewater.schedules=1 -Dtidewater.seed=" + seed + ")",
            e);
      }
    }
    System.out.printf(
        "%d schedules from seed %d: %d commits landed, %d groups lost, %d commits patched, %s%n",
        SCHEDULES, FIRST_SEED, landed, lost, patched, methods);
    if (SCHEDULES >= 12) {
      assertThat(landed).isPositive();
      assertThat(lost).isPositive();
      assertThat(patched).isPositive();
      assertThat(methods).containsOnlyKeys(Method.values());
    }
  }

  private final class Schedule {
    private final Random random;
    private final Table theirs;
    private final Table ours;
    private final ForeignWriter writer;
    private final RewriteMaintenance maintenance;
    private final Observations observations = new Observations(1000);
    private final Ledger ledger;
    private long checkedUpTo;

    Schedule(TestTables tables, long seed) {
      this.random = new Random(seed);
      PartitionSpec spec =
          random.nextBoolean()
              ? PartitionSpec.unpartitioned()
              : PartitionSpec.builderFor(TestTables.SCHEMA).identity("day").build();
      this.theirs =
          tables.create(
              "orders",
              TestTables.SCHEMA,
              spec,
              2 + random.nextInt(2),
              Map.of(TableProperties.PARQUET_COMPRESSION, "uncompressed"));
      if (random.nextInt(4) == 0) {
        theirs.replaceSortOrder().asc("id").commit();
      }
      this.ours = tables.load("orders");
      this.writer = new ForeignWriter(theirs, random);
      this.maintenance = new RewriteMaintenance(observations, new Interleaving(), attempts -> {});
      TreeMap<Integer, Long> offsets = new TreeMap<>();
      offsets.put(0, seed);
      this.ledger = Ledger.EMPTY.with("orders", TopicId.UNKNOWN, offsets);
      new TableLedger(theirs, "main", Optional.empty())
          .commit(ledger, "first", transaction -> transaction.newAppend());
      theirs.refresh();
    }

    void run() throws IOException {
      for (int step = 0; step < STEPS; step++) {
        writer.act();
        if (random.nextInt(3) == 0) {
          maintain();
        }
        check();
      }
    }

    private void maintain() {
      ours.refresh();
      Policy policy =
          Policy.DEFAULTS.with(
              Map.of(
                  "rewrite.cold-after", "0s",
                  "rewrite.min-gain", "0",
                  "rewrite.delete-ratio", "0.2",
                  "rewrite.max-group-files", Integer.toString(1 + random.nextInt(4)),
                  "rewrite.commit-bytes", random.nextBoolean() ? "1" : "1GB"),
              "test");
      TableView view =
          new TableView(TableIdentifier.of("shop", "orders"), ours, "main", policy, Instant.now());
      Assessment assessment = maintenance.assess(view);
      for (Task task : assessment.tasks()) {
        // Some wait long before they run.
        between();
        TaskResult result = task.run(new TestContext(random.nextLong()));
        lost += result.conflicts();
      }
    }

    private void between() {
      try {
        if (random.nextInt(4) == 0) {
          writer.deleteThenAppend();
        }
        while (random.nextInt(5) < 2) {
          writer.act();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void check() {
      List<String> rows = TestTables.rows(theirs).stream().map(Schedule::text).sorted().toList();
      assertThat(rows).isEqualTo(writer.expected());
      for (Snapshot snapshot : theirs.snapshots()) {
        boolean isOurs =
            LedgerSummary.commitId(snapshot).filter(id -> id.length() == 36).isPresent();
        if (isOurs && snapshot.sequenceNumber() > checkedUpTo) {
          checkOurs(snapshot);
        }
      }
      checkedUpTo = theirs.currentSnapshot().sequenceNumber();
      assertThat(
              ((LedgerReading.Known) new TableLedger(theirs, "main", Optional.empty()).read())
                  .ledger())
          .isEqualTo(ledger);
      Observation kept = observations.of(theirs, "main", theirs.currentSnapshot());
      Observation anew = Observation.of(theirs, theirs.currentSnapshot());
      assertThat(kept.partitions().keySet()).isEqualTo(anew.partitions().keySet());
      anew.partitions()
          .forEach(
              (partition, facts) -> {
                assertThat(kept.partitions().get(partition).bytes()).isEqualTo(facts.bytes());
                assertThat(kept.partitions().get(partition).files()).isEqualTo(facts.files());
                assertThat(kept.partitions().get(partition).deletes()).isEqualTo(facts.deletes());
              });
    }

    private void checkOurs(Snapshot snapshot) {
      landed++;
      if (snapshot.summary().containsKey(SnapshotSummary.ADDED_DELETE_FILES_PROP)) {
        patched++;
      }
      assertThat(LedgerSummary.ledger(snapshot)).contains(ledger);
      if (theirs.snapshot(snapshot.parentId()) != null) {
        assertThat(Rows.withLineage(theirs, snapshot.snapshotId()))
            .isEqualTo(Rows.withLineage(theirs, snapshot.parentId()));
      }
    }

    private static String text(Record row) {
      return row.get(0) + "|" + row.get(1) + "|" + row.get(2);
    }

    /** Lets others come between planning, rewriting and committing. */
    private final class Interleaving implements RewriteEngine {
      private final RewriteEngine local =
          new LocalEngine(List.of(COLUMNAR, RowRewriter.EVERY_GROUP), spill);

      @Override
      public void run(Table table, List<FileGroup> groups, TaskContext context, Outcomes outcomes) {
        between();
        local.run(
            table,
            groups,
            context,
            new Outcomes() {
              @Override
              public void rewritten(FileGroup group, RewrittenGroup result) {
                result
                    .bytesByMethod()
                    .forEach((method, size) -> methods.merge(method, 1, Integer::sum));
                between();
                outcomes.rewritten(group, result);
              }

              @Override
              public void failed(FileGroup group, RuntimeException cause) {
                outcomes.failed(group, cause);
              }
            });
        between();
      }
    }
  }
}
