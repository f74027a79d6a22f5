/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.pin.SnapshotPin;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.iceberg.GenericStatisticsFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExpiryTest {
  private static final TableIdentifier NAME = TableIdentifier.of("shop", "orders");
  private static final Expiry EXPIRY = new Expiry(attempts -> {}, duration -> {});

  private static final int SEEDS = Integer.getInteger("tidewater.seeds", 4);

  @TempDir private Path folder;
  private TestTables tables;
  private Shop shop;
  private FaultyTable faulty;

  @BeforeEach
  void table() {
    tables = new TestTables(folder);
    tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 2);
    begin(7);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private void begin(long seed) {
    shop = new Shop(tables.load("orders"), new Random(seed));
    faulty = new FaultyTable(tables.load("orders"));
  }

  private static InstantSource inTenDays() {
    Instant then = Instant.now().plus(Duration.ofDays(10));
    return () -> then;
  }

  private Assessment assess(Table table, Map<String, String> settings) {
    table.refresh();
    Policy policy = Policy.DEFAULTS.with(settings, "test").forTable(table.properties());
    return EXPIRY.assess(new TableView(NAME, table, "main", policy, inTenDays().instant()));
  }

  private TaskResult expire(Map<String, String> settings) {
    return expire(settings, new DisturbedContext(1, inTenDays(), () -> {}));
  }

  private TaskResult expire(Map<String, String> settings, TaskContext context) {
    List<Task> tasks = assess(faulty.table(), settings).tasks();
    assertThat(tasks).hasSize(1);
    return tasks.get(0).run(context);
  }

  private void act(int times) {
    for (int i = 0; i < times; i++) {
      shop.act();
    }
  }

  @Test
  void deletesExactlyWhatOnlyExpiredSnapshotsHeld() {
    act(40);

    TaskResult result = expire(Map.of());

    assertThat(result.outcome()).isEqualTo(TaskResult.Outcome.DONE);
    assertThat(result.filesRemoved()).isPositive();
    assertThat(shop.stored()).isEqualTo(shop.reachable());
    shop.checkTimeTravel();
  }

  @Test
  void worksInBatches() {
    act(40);

    expire(Map.of("expire.batch", "3"));

    assertThat(shop.stored()).isEqualTo(shop.reachable());
    assertThat(assess(shop.table(), Map.of()).tasks()).isEmpty();
  }

  @Test
  void leavesTablesAloneWhoseFilesMayBelongToOthers() {
    act(20);
    shop.table().updateProperties().set("gc.enabled", "false").commit();

    Assessment assessment = assess(shop.table(), Map.of());

    assertThat(assessment.tasks()).isEmpty();
    assertThat(assessment.findings().get(0).reason()).contains("gc.enabled");
  }

  @Test
  void heedsWhatTheTableAndItsBranchesSay() {
    for (int i = 0; i < 15; i++) {
      shop.append();
    }
    shop.table().updateProperties().set("history.expire.min-snapshots-to-keep", "4").commit();
    shop.table().manageSnapshots().createBranch("audit").setMinSnapshotsToKeep("audit", 6).commit();

    expire(Map.of());

    shop.table().refresh();
    assertThat(shop.table().snapshots()).hasSize(6);
  }

  @Test
  void letsPinsOfTheLivingHoldAndRemovesThoseOfTheDead() {
    for (int i = 0; i < 5; i++) {
      shop.append();
    }
    Table table = shop.table();
    long pinned = table.currentSnapshot().snapshotId();
    shop.append();
    SnapshotPin.take(table, pinned, Duration.ofDays(20), new UUID(1, 1), InstantSource.system());
    SnapshotPin.take(table, pinned, Duration.ofDays(5), new UUID(2, 2), InstantSource.system());

    expire(Map.of());

    table.refresh();
    assertThat(table.refs()).containsOnlyKeys("main", SnapshotPin.PREFIX + new UUID(1, 1));
    assertThat(table.snapshots()).hasSize(2);
    shop.checkTimeTravel();
  }

  @Test
  void deletesStatisticsWithTheirSnapshots() {
    for (int i = 0; i < 12; i++) {
      shop.append();
    }
    Table table = shop.table();
    long old = table.currentSnapshot().snapshotId();
    String file = table.location() + "/metadata/old.stats";
    table
        .updateStatistics()
        .setStatistics(new GenericStatisticsFile(old, file, 4, 4, List.of()))
        .commit();
    List<String> asked = new ArrayList<>();
    faulty.onDelete = asked::add;
    shop.append();
    assertThat(shop.reachable()).contains(file);

    expire(Map.of());

    assertThat(shop.reachable()).doesNotContain(file);
    assertThat(asked).contains(file);
  }

  @Test
  void waitsUntilItIsWorthWhile() {
    for (int i = 0; i < 5; i++) {
      shop.append();
    }

    Assessment assessment = assess(shop.table(), Map.of("expire.max-snapshot-age", "239h"));

    assertThat(assessment.tasks()).isEmpty();
    assertThat(assessment.findings().get(0).reason()).contains("4 snapshots", "expire.trigger");
  }

  @Test
  void losesNoLiveFileBesideOthersWhoCommitAtAnyMoment() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      tables.catalog().dropTable(NAME, true);
      tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 2);
      begin(seed);
      act(10);
      Random when = new Random(seed);
      DisturbedContext context =
          new DisturbedContext(
              seed,
              inTenDays(),
              () -> {
                if (when.nextInt(6) == 0) {
                  shop.act();
                }
              });
      try {
        expire(Map.of("expire.batch", "4"), context);
        shop.checkTimeTravel();
        assertThat(shop.stored()).containsAll(shop.reachable());
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  @Test
  void keepsAFileThatACherryPickListedAnewUnderALaterSequenceNumber() {
    for (int i = 0; i < 12; i++) {
      shop.append();
    }
    Table table = shop.table();
    long before = table.currentSnapshot().snapshotId();
    table.manageSnapshots().createBranch("audit").commit();
    List<Record> rows = List.of(TestTables.row(TestTables.SCHEMA, 99L, "a", 1));
    table.newAppend().appendFile(TestTables.write(table, rows)).toBranch("audit").commit();
    shop.append();
    table.manageSnapshots().cherrypick(table.snapshot("audit").snapshotId()).commit();
    table.manageSnapshots().rollbackTo(before).commit();
    shop.remember();

    expire(Map.of());

    shop.checkTimeTravel();
    assertThat(shop.stored()).isEqualTo(shop.reachable());
  }

  @Test
  void leavesOnlyOrphansWhenDeletionsFail() {
    for (int failing = 1; failing <= 2; failing++) {
      int every = failing;
      int[] count = {0};
      faulty.onDelete =
          location -> {
            if (++count[0] % every == 0) {
              throw new IllegalStateException("storage is down");
            }
          };
      act(12);

      TaskResult result = expire(Map.of());

      assertThat(result.message()).contains("could not be deleted");
      shop.checkTimeTravel();
      assertThat(shop.stored()).containsAll(shop.reachable());
    }
  }

  @Test
  void leavesOnlyOrphansWhenItDiesAtAnyDeletion() {
    for (int dies = 1; dies <= 6; dies++) {
      int[] left = {dies * dies - 1};
      faulty.onDelete =
          location -> {
            if (--left[0] < 0) {
              throw new Error("killed");
            }
          };
      act(6);
      try {
        expire(Map.of("expire.trigger", "1"));
      } catch (Error e) {
        assertThat(e).hasMessage("killed");
      }
      shop.checkTimeTravel();
      assertThat(shop.stored()).containsAll(shop.reachable());
    }
  }

  @Test
  void looksUpACommitWhoseAnswerWasLost() {
    act(30);
    int[] answers = {0};
    faulty.afterCommit =
        () -> {
          if (answers[0]++ == 0) {
            throw new CommitStateUnknownException(new IllegalStateException("no answer"));
          }
        };

    expire(Map.of());

    assertThat(answers[0]).isEqualTo(1);
    assertThat(shop.stored()).isEqualTo(shop.reachable());
  }

  @Test
  void decidesAnewWhenOthersComeFirst() {
    act(30);
    int[] attempts = {0};
    faulty.beforeCommit =
        () -> {
          if (attempts[0]++ < 5) {
            shop.act();
            throw new CommitFailedException("others came first");
          }
        };

    expire(Map.of());

    shop.checkTimeTravel();
    assertThat(shop.stored()).isEqualTo(shop.reachable());
  }

  @Test
  void deletesNothingOfATableThatWasReplacedMeanwhile() {
    act(30);
    faulty.afterCommit =
        () -> {
          tables.catalog().dropTable(NAME, false);
          tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 2);
        };

    assertThatThrownBy(() -> expire(Map.of())).isInstanceOf(RuntimeException.class);
    assertThat(faulty.deleted).isEmpty();
  }
}
