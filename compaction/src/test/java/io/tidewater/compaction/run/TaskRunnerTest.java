/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidewater.compaction.fixture.FakeTask;
import io.tidewater.compaction.journal.Journal;
import io.tidewater.compaction.journal.TaskEntry;
import io.tidewater.compaction.journal.TaskEntry.Ending;
import io.tidewater.compaction.schedule.PlannedTask;
import io.tidewater.compaction.task.MemoryBudget;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {
  private static final TableIdentifier ORDERS = TableIdentifier.of("shop", "orders");

  private final Journal journal = new Journal(3);
  private final ExecutorService workers = Executors.newFixedThreadPool(2);

  @AfterEach
  void stopWorkers() {
    workers.shutdownNow();
  }

  private TaskRunner runner(long bytesPerHour) {
    return new TaskRunner(
        new Surroundings(
            new MemoryBudget(1 << 20),
            new ByteBudget(bytesPerHour, System::nanoTime),
            workers,
            UUID::randomUUID,
            InstantSource.system()),
        journal);
  }

  private static PlannedTask planned(Task task) {
    return new PlannedTask(ORDERS, task, Instant.EPOCH, List.of());
  }

  private static PlannedTask doing(Function<TaskContext, TaskResult> work) {
    return planned(FakeTask.doing(TaskKind.REWRITE, work));
  }

  @Test
  void tellsWhatBecameOfATask() {
    TaskRunner.Ended ended =
        runner(0)
            .run(
                doing(
                    context -> {
                      context.expect(100);
                      context.stage("reads");
                      context.advance(30, 20);
                      assertThat(journal.running()).hasSize(1);
                      assertThat(journal.running().get(0).stage()).isEqualTo("reads");
                      assertThat(journal.running().get(0).fraction()).hasValue(0.5);
                      return TaskResult.done("done");
                    }));

    assertThat(ended.entry().ending()).isEqualTo(Ending.DONE);
    assertThat(journal.running()).isEmpty();
    assertThat(journal.history("shop.orders")).containsExactly(ended.entry());
  }

  @Test
  void keepsTheReasonOfAFailure() {
    TaskEntry entry =
        runner(0)
            .run(
                doing(
                    context -> {
                      context.advance(7, 8);
                      throw new IllegalStateException("the disk is full");
                    }))
            .entry();

    assertThat(entry.ending()).isEqualTo(Ending.FAILED);
    assertThat(entry.result().message()).contains("the disk is full");
    assertThat(entry.result().bytesRead()).isEqualTo(7);
    assertThat(entry.result().bytesWritten()).isEqualTo(8);
  }

  @Test
  void survivesATaskThatRunsOutOfMemory() {
    TaskEntry entry =
        runner(0)
            .run(
                doing(
                    context -> {
                      throw new OutOfMemoryError("heap");
                    }))
            .entry();

    assertThat(entry.ending()).isEqualTo(Ending.FAILED);
  }

  @Test
  void stopsATaskThatWaitsForItsShareOfBytes() throws Exception {
    TaskRunner runner = runner(1);
    CompletableFuture<TaskEntry> entry =
        CompletableFuture.supplyAsync(
            () ->
                runner
                    .run(
                        doing(
                            context -> {
                              context.advance(1 << 20, 0);
                              return TaskResult.done("never");
                            }))
                    .entry());
    await().until(() -> journal.running().stream().anyMatch(task -> task.bytesRead() > 0));
    assertThat(runner.busyTables()).containsExactly("shop.orders");

    runner.cancelAll("the service stops");

    assertThat(entry.get().ending()).isEqualTo(Ending.CANCELLED);
    assertThat(entry.get().result().message()).isEqualTo("the service stops");
    assertThat(runner.run(doing(context -> TaskResult.done("late"))).entry().ending())
        .as("begun after the end")
        .isEqualTo(Ending.CANCELLED);
  }

  @Test
  void remembersNoMoreThanItShould() {
    TaskRunner runner = runner(0);
    for (int i = 0; i < 10; i++) {
      runner.run(doing(context -> TaskResult.done("done")));
    }

    assertThat(journal.history()).extracting(TaskEntry::id).containsExactly(10L, 9L, 8L);
  }

  @Test
  void addsUpHowLongATaskWaited() {
    TaskRunner.Ended ended =
        runner(3_600_000)
            .run(
                doing(
                    context -> {
                      context.advance(60_050, 0);
                      return TaskResult.done("done");
                    }));

    assertThat(ended.throttled()).isEqualTo(Duration.ofMillis(50));
  }
}
