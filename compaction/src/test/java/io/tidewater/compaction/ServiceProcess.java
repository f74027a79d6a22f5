/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service as a process of its own, started as a user starts it. */
final class ServiceProcess implements AutoCloseable {
  private static final String READY = "Tidewater compaction runs; its console is ";

  private final Process process;
  private final Path log;
  private final URI console;

  private ServiceProcess(Process process, Path log, URI console) {
    this.process = process;
    this.log = log;
    this.console = console;
  }

  static ServiceProcess start(Path log, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(CompactionCommand.class.getName());
    command.addAll(Arrays.asList(arguments));
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    while (line != null && !line.startsWith(READY)) {
      line = output.readLine();
    }
    if (line == null) {
      throw new IOException("the service did not start\n" + Files.readString(log));
    }
    return new ServiceProcess(process, log, URI.create(line.substring(READY.length())));
  }

  URI console() {
    return console;
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  /** SIGTERM; tells the exit code. */
  int terminate() throws InterruptedException {
    process.toHandle().destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the service does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
