/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.soak;

import io.tidewater.testing.process.JavaCommand;
import io.tidewater.testing.process.JvmFlags;
import io.tidewater.testing.process.ServerException;
import io.tidewater.testing.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The compaction service as a process that can be killed and started again. */
public final class CompactionProcess implements AutoCloseable {
  private static final String MAIN = "io.tidewater.compaction.CompactionCommand";
  private static final String RUNS = "Tidewater compaction runs";
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(40);

  private final JavaCommand command;
  private ServerProcess process;
  private long lines;

  private CompactionProcess(JavaCommand command) {
    this.command = command;
    this.process = launch();
  }

  /**
   * Starts the service and waits until it runs.
   *
   * @param home Tidewater's folder, with the service built
   * @param folder for its configuration and its log
   * @param settings of its configuration file
   */
  public static CompactionProcess start(Path home, Path folder, Map<String, String> settings) {
    Path file = folder.resolve("compaction.properties");
    try {
      Files.createDirectories(folder);
      Files.writeString(
          file,
          settings.entrySet().stream()
              .map(setting -> setting.getKey() + "=" + setting.getValue())
              .sorted()
              .collect(Collectors.joining("\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CompactionProcess(
        JavaCommand.of("compaction", MAIN, classPath(home.resolve("compaction/target")), folder)
            .withJvmFlags(JvmFlags.small(512))
            .withArguments("--config", file.toString()));
  }

  public ServerProcess process() {
    return process;
  }

  public void kill() {
    process.kill();
  }

  public void restart() {
    close();
    process = launch();
  }

  @Override
  public void close() {
    process.stop(STOP);
  }

  private ServerProcess launch() {
    ServerProcess started = ServerProcess.start(command);
    try {
      long before = lines;
      started.awaitReady(() -> countOfRuns() > before, START);
      lines = countOfRuns();
      return started;
    } catch (IOException e) {
      started.kill();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      started.kill();
      throw e;
    }
  }

  /** The log of all runs is one file. */
  private long countOfRuns() throws IOException {
    if (!Files.exists(command.log())) {
      return 0;
    }
    try (Stream<String> log = Files.lines(command.log())) {
      return log.filter(line -> line.contains(RUNS)).count();
    }
  }

  private static List<Path> classPath(Path target) {
    try (Stream<Path> own = Files.list(target);
        Stream<Path> others = Files.list(target.resolve("lib"))) {
      return Stream.concat(own, others).filter(file -> file.toString().endsWith(".jar")).toList();
    } catch (IOException e) {
      throw new ServerException("build the service first: mvn package -pl compaction -am", e);
    }
  }
}
