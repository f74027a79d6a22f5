/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.task.TaskCancelledException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEngineTest {
  private TestTables tables;
  private Table table;
  private final Recorded recorded = new Recorded();

  @BeforeEach
  void create(@TempDir Path folder) {
    tables = new TestTables(folder);
    table = tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 3);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private static List<FileGroup> groups(int count) {
    return IntStream.range(0, count)
        .mapToObj(id -> new FileGroup(id, List.of(), 0, 1, 1, new Ordering.AsTheyStood()))
        .toList();
  }

  private static RewrittenGroup done(FileGroup group) {
    return new RewrittenGroup(group.id(), List.of(), null, Map.of());
  }

  private void run(List<Rewriting> ways, int groups) {
    new LocalEngine(ways, Path.of("unused"))
        .run(table, groups(groups), new TestContext(1), recorded);
  }

  @Test
  void aGroupThatFailsStopsNoOther() {
    GroupRewriter rewriter =
        (group, pulse) -> {
          if (group.id() == 3) {
            throw new IllegalStateException("broken file");
          }
          return done(group);
        };

    run(List.of((table, group, workplace) -> Optional.of(rewriter)), 20);

    assertThat(recorded.done).hasSize(19).doesNotContain(3);
    assertThat(recorded.failed).containsExactly(3);
  }

  @Test
  void takesTheFirstWayThatSuits() {
    List<String> taken = new ArrayList<>();
    Rewriting odd =
        (table, group, workplace) ->
            group.id() % 2 == 0
                ? Optional.empty()
                : Optional.of(
                    (some, pulse) -> {
                      taken.add("odd");
                      return done(some);
                    });
    Rewriting every =
        (table, group, workplace) ->
            Optional.of(
                (some, pulse) -> {
                  taken.add("every");
                  return done(some);
                });

    run(List.of(odd, every), 4);

    assertThat(taken).containsExactly("every", "odd", "every", "odd");
  }

  @Test
  void stopsWhenTheTaskIsTold() {
    GroupRewriter rewriter =
        (group, pulse) -> {
          throw new TaskCancelledException("shut down");
        };

    assertThatThrownBy(() -> run(List.of((table, group, workplace) -> Optional.of(rewriter)), 20))
        .isInstanceOf(TaskCancelledException.class);
    assertThat(recorded.done).isEmpty();
    assertThat(recorded.failed).isEmpty();
  }

  private static final class Recorded implements RewriteEngine.Outcomes {
    private final List<Integer> done = new ArrayList<>();
    private final List<Integer> failed = new ArrayList<>();

    @Override
    public void rewritten(FileGroup group, RewrittenGroup result) {
      done.add(group.id());
    }

    @Override
    public void failed(FileGroup group, RuntimeException cause) {
      failed.add(group.id());
    }
  }
}
