/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

import io.tidewater.testing.process.JavaCommand;
import io.tidewater.testing.process.JavaCommand.StandardOutput;
import io.tidewater.testing.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Our compaction, with two threads. */
final class TidewaterContender implements Contender {
  private final Way way;
  private final ServerProcess process;

  TidewaterContender(Way way, Path folder, Path warehouse, int heapMegabytes) {
    this.way = way;
    List<Path> classPath =
        Arrays.stream(
                System.getProperty("java.class.path").split(System.getProperty("path.separator")))
            .map(Path::of)
            .toList();
    this.process =
        ServerProcess.start(
            JavaCommand.of("tidewater", CompactionWorker.class.getName(), classPath, folder)
                .withJvmFlags(List.of("-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC"))
                .withStandardOutput(StandardOutput.PIPED)
                .withArguments(warehouse.toString()));
  }

  @Override
  public String title() {
    return "Tidewater, " + way.title();
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public boolean takes(Scenario scenario) {
    return way.takes(scenario);
  }

  @Override
  public void compact(Scenario scenario) {
    try {
      process.standardInput().write(way + " " + scenario.table() + "\n");
      process.standardInput().flush();
      String answer = process.standardOutput().readLine();
      if (answer == null || !answer.startsWith(CompactionWorker.DONE)) {
        throw process.failure("did not compact " + scenario.table() + ": " + answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
