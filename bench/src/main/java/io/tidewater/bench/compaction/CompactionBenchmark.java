/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares our compaction with Iceberg's on Spark, on the same files. */
@Command(
    name = "run-compaction.sh",
    description = "Compares Tidewater's compaction with Iceberg's rewrite_data_files on Spark.",
    mixinStandardHelpOptions = true)
public final class CompactionBenchmark implements Callable<Integer> {
  /** How large new files are. */
  static final long TARGET_BYTES = 256L << 20;

  @Option(
      names = "--folder",
      description = "Holds tables and logs; tables are kept for the next run.")
  private Path folder = Path.of("bench/target/compaction");

  @Option(names = "--megabytes", description = "Size of each table. Default: ${DEFAULT-VALUE}")
  private int megabytes = 1024;

  @Option(
      names = "--repeats",
      description = "How often each rewrites each. Default: ${DEFAULT-VALUE}")
  private int repeats = 4;

  @Option(names = "--heap", description = "Megabytes of heap for each. Default: ${DEFAULT-VALUE}")
  private int heapMegabytes = 2048;

  @Option(
      names = "--scenario",
      description = "One or more of: ${COMPLETION-CANDIDATES}; all if none.")
  private List<Scenario> scenarios = List.of(Scenario.values());

  @Option(names = "--without-spark", description = "Only ours.")
  private boolean withoutSpark;

  public static void main(String[] arguments) {
    CommandLine command = new CommandLine(new CompactionBenchmark());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(command.execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(folder);
    Tables tables = new Tables(folder.resolve("warehouse-" + megabytes));
    for (Scenario scenario : scenarios) {
      if (!tables.isComplete(scenario.table())) {
        System.err.println("making " + megabytes + " MB of " + scenario.title() + " ...");
        new TableGenerator(tables.create(scenario), scenario).fill((long) megabytes << 20);
      }
    }
    List<Result> results = new ArrayList<>();
    for (Way way : Way.values()) {
      if (scenarios.stream().anyMatch(way::takes)) {
        try (Contender ours =
            new TidewaterContender(
                way, folder.resolve("tidewater"), tables.warehouse(), heapMegabytes)) {
          measure(ours, tables, results);
        }
      }
    }
    if (!withoutSpark) {
      try (Contender spark =
          new SparkContender(folder.resolve("spark"), tables.warehouse(), heapMegabytes)) {
        measure(spark, tables, results);
      }
    }
    Report.print(results, System.out);
    return 0;
  }

  private void measure(Contender contender, Tables tables, List<Result> results)
      throws IOException {
    for (Scenario scenario : scenarios.stream().filter(contender::takes).toList()) {
      List<Result.Run> runs = new ArrayList<>();
      long bytes = 0;
      for (int i = 0; i < repeats; i++) {
        tables.reset(scenario.table());
        bytes = dataBytes(tables.load(scenario.table()));
        Instant start = Instant.now();
        Duration before = cpu(contender.pid());
        contender.compact(scenario);
        Result.Run run =
            new Result.Run(
                cpu(contender.pid()).minus(before), Duration.between(start, Instant.now()));
        runs.add(run);
        System.err.printf(
            "%s, %s, run %d: %.1f s of CPU, %.1f s%n",
            contender.title(),
            scenario.table(),
            i + 1,
            run.cpu().toMillis() / 1000.0,
            run.wall().toMillis() / 1000.0);
      }
      tables.reset(scenario.table());
      results.add(new Result(contender.title(), scenario, bytes, runs));
    }
  }

  private static Duration cpu(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow();
  }

  private static long dataBytes(Table table) throws IOException {
    long bytes = 0;
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      for (FileScanTask task : tasks) {
        bytes += task.file().fileSizeInBytes();
      }
    }
    return bytes;
  }
}
