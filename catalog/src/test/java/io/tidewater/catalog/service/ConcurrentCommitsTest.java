/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import static io.tidewater.catalog.service.ServiceFixture.SCHEMA;
import static io.tidewater.catalog.service.ServiceFixture.changingSchema;
import static io.tidewater.catalog.service.ServiceFixture.setting;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many committers at once: each commit lands once, and who loses is told so. */
class ConcurrentCommitsTest {
  private static final int WRITERS = 8;
  private static final int COMMITS = 20;

  @TempDir private Path directory;
  private ServiceFixture catalog;

  @BeforeEach
  void open() {
    catalog = new ServiceFixture(directory, store -> store);
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void landsEveryCommitThatConflictsWithNoneOnce() throws Exception {
    TableIdentifier table = catalog.createTable("hot");

    inParallel(
        writer -> {
          for (int i = 0; i < COMMITS; i++) {
            catalog.services().tables().commit(table, setting(table, writer + "-" + i, "done"));
          }
        });

    TableMetadata metadata = catalog.load(table).metadata();
    assertThat(metadata.properties().values().stream().filter("done"::equals))
        .hasSize(WRITERS * COMMITS);
    assertThat(catalog.load(table).location()).contains("/metadata/00160-");
  }

  @Test
  void letsOneOfConflictingCommitsWinAndTellsTheOthers() throws Exception {
    TableIdentifier table = catalog.createTable("contested");
    AtomicInteger won = new AtomicInteger();
    AtomicInteger lost = new AtomicInteger();

    inParallel(
        writer -> {
          for (int i = 0; i < COMMITS; i++) {
            TableMetadata base = catalog.load(table).metadata();
            try {
              catalog
                  .services()
                  .tables()
                  .commit(
                      table,
                      changingSchema(
                          table, base.lastColumnId(), widened(base.schema(), writer, i)));
              won.incrementAndGet();
            } catch (CommitFailedException e) {
              lost.incrementAndGet();
            }
          }
        });

    assertThat(won.get() + lost.get()).isEqualTo(WRITERS * COMMITS);
    assertThat(catalog.load(table).metadata().schema().columns())
        .as("each win added a column, no loss did")
        .hasSize(SCHEMA.columns().size() + won.get());
  }

  @Test
  void keepsTablesApart() throws Exception {
    List<TableIdentifier> tables = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      tables.add(catalog.createTable("table" + writer));
    }

    inParallel(
        writer -> {
          for (int i = 0; i < COMMITS; i++) {
            TableIdentifier table = tables.get(writer);
            catalog.services().tables().commit(table, setting(table, "key" + i, "done"));
          }
        });

    for (TableIdentifier table : tables) {
      assertThat(catalog.load(table).metadata().properties()).containsEntry("key0", "done");
      assertThat(catalog.load(table).location()).contains("/metadata/00020-");
    }
  }

  private static Schema widened(Schema schema, int writer, int i) {
    List<Types.NestedField> columns = new ArrayList<>(schema.columns());
    columns.add(
        Types.NestedField.optional(
            schema.highestFieldId() + 1, "c" + writer + "_" + i, Types.LongType.get()));
    return new Schema(columns);
  }

  private static void inParallel(IntConsumer work) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        running.add(threads.submit(() -> work.accept(number)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
