/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The catalog as a process of its own, started as a user starts it. */
final class CatalogProcess implements AutoCloseable {
  private static final String READY = "Tidewater catalog listening on ";

  private final Process process;
  private final Path log;
  private final BufferedReader output;

  private CatalogProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static CatalogProcess start(Path log, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(CatalogCommand.class.getName());
    command.addAll(Arrays.asList(arguments));
    return new CatalogProcess(new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
  }

  /** Waits until it is ready, and says where it is. */
  URI awaitReady() throws IOException {
    String line = output.readLine();
    if (line == null || !line.startsWith(READY)) {
      throw new IOException("No catalog, but: " + line + "\n" + log());
    }
    return URI.create(line.substring(READY.length()));
  }

  /** What it printed after it was ready; waits for its end. */
  List<String> restOfOutput() {
    return output.lines().toList();
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; tells the exit code. */
  int terminate() throws InterruptedException {
    // Unlike the process itself, its handle leaves the output open to be read to the end.
    process.toHandle().destroy();
    return awaitExit();
  }

  int awaitExit() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The catalog does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
