/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

import io.tidewater.compaction.deletes.convert.ConvertDeletes;
import io.tidewater.compaction.parquet.ColumnarOptions;
import io.tidewater.compaction.parquet.ColumnarRewriting;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.rewrite.LocalEngine;
import io.tidewater.compaction.rewrite.RewriteEngine;
import io.tidewater.compaction.rewrite.Rewriting;
import io.tidewater.compaction.rewrite.row.RowRewriter;
import io.tidewater.compaction.task.MemoryBudget;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * Compacts the tables that it reads of on its standard input, one a line: a {@link Way} and a name.
 * Tells when each is done.
 */
public final class CompactionWorker {
  static final String DONE = "done";
  private static final int THREADS = 2;

  private final Tables tables;
  private final TaskContext context;
  private final Path spill;

  private CompactionWorker(Tables tables, TaskContext context, Path spill) {
    this.tables = tables;
    this.context = context;
    this.spill = spill;
  }

  public static void main(String[] arguments) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    MemoryBudget memory = new MemoryBudget(Runtime.getRuntime().maxMemory() / 2);
    CompactionWorker worker =
        new CompactionWorker(
            new Tables(Path.of(arguments[0])),
            new WorkerContext(memory, threads),
            Files.createTempDirectory("bench"));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int space = line.indexOf(' ');
        Way way = Way.valueOf(line.substring(0, space));
        System.out.println(DONE + " " + worker.compact(way, line.substring(space + 1)));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private String compact(Way way, String name) throws IOException {
    Table table = tables.load(name);
    return switch (way) {
      case COLUMNAR -> rewrite(table, new ColumnarRewriting(ColumnarOptions.DEFAULT));
      case ROWS -> rewrite(table, RowRewriter.EVERY_GROUP);
      case CONVERSION -> convert(table);
    };
  }

  private String rewrite(Table table, Rewriting way) throws IOException {
    RewriteEngine engine = new LocalEngine(List.of(way), spill);
    return TableRewrite.of(table, engine, context) + " files";
  }

  private String convert(Table table) {
    TableIdentifier name = TableIdentifier.parse(table.name());
    // As late as all of its limits ask for.
    Instant now = Instant.now().plus(Duration.ofDays(365));
    TableView view = new TableView(name, table, "main", Policy.DEFAULTS, now);
    List<Task> tasks = new ConvertDeletes(attempts -> {}).assess(view).tasks();
    if (tasks.isEmpty()) {
      throw new IllegalStateException("nothing to convert in " + name);
    }
    StringBuilder results = new StringBuilder();
    tasks.forEach(task -> results.append(task.run(context).message()).append(' '));
    return results.toString().replace('\n', ' ');
  }
}
