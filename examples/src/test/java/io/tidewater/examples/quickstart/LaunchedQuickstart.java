/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import io.tidewater.testing.jars.ProjectHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code bin/tidewater quickstart} as a user runs it, with every process that it starts noted. */
final class LaunchedQuickstart implements AutoCloseable {
  private final Process process;
  private final Path output;
  private final Path temporary;
  private final Map<Long, ProcessHandle> children = new LinkedHashMap<>();

  private LaunchedQuickstart(Process process, Path output, Path temporary) {
    this.process = process;
    this.output = output;
    this.temporary = temporary;
  }

  static LaunchedQuickstart start(Path folder, String... options) throws IOException {
    Path output = folder.resolve("output.txt");
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    List<String> command = new ArrayList<>();
    command.add(ProjectHome.find().resolve("bin/tidewater").toString());
    command.add("quickstart");
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    // This test runs inside the build that the launcher would otherwise start.
    builder.environment().put("TIDEWATER_BUILD", "never");
    builder.environment().put("TIDEWATER_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);
    return new LaunchedQuickstart(builder.start(), output, temporary);
  }

  /** Waits until the output contains a text; false if the command has ended or time is up. */
  boolean awaitOutput(String text, Duration limit) throws InterruptedException {
    for (long tenths = limit.toMillis() / 100; tenths > 0 && process.isAlive(); tenths--) {
      noteChildren();
      if (output().contains(text)) {
        return true;
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    return output().contains(text);
  }

  /** Waits for the end; -1 if it does not come in time. */
  int awaitExit(Duration limit) throws InterruptedException {
    for (long tenths = limit.toMillis() / 100; tenths > 0 && process.isAlive(); tenths--) {
      noteChildren();
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    return process.isAlive() ? -1 : process.exitValue();
  }

  /** Sends SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** Sends SIGKILL, which leaves no time for anything. */
  void kill() {
    process.destroyForcibly();
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every process that the command was seen to start, dead or alive. */
  List<ProcessHandle> children() {
    return List.copyOf(children.values());
  }

  List<ProcessHandle> livingChildren() {
    return children.values().stream().filter(ProcessHandle::isAlive).toList();
  }

  /** The folders that runs have left. */
  List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(file -> file.getFileName().toString().contains("quickstart")).toList();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    livingChildren().forEach(ProcessHandle::destroyForcibly);
  }

  private void noteChildren() {
    process.descendants().forEach(child -> children.putIfAbsent(child.pid(), child));
  }
}
