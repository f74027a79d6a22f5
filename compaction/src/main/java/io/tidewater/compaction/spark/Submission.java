/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark;

import io.tidewater.compaction.spark.job.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A submitted job: the process of its driver. */
final class Submission implements AutoCloseable {
  private static final String MAIN = "io.tidewater.compaction.spark.job.RewriteJob";
  private static final int LOG_TAIL = 4_000;
  private static final long GRACE_SECONDS = 20;

  private final Process driver;
  private final WorkFolder folder;

  private Submission(Process driver, WorkFolder folder) {
    this.driver = driver;
    this.folder = folder;
  }

  /** Submits the job on what lies in a folder. */
  static Submission start(SparkSettings settings, WorkFolder folder) throws IOException {
    Path libraries = Files.createDirectory(folder.path().resolve("libraries"));
    Process driver =
        new ProcessBuilder(
                command(settings, folder, Jars.libraries(settings.libraries(), libraries)))
            .directory(folder.path().toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.log().toFile())
            .start();
    return new Submission(driver, folder);
  }

  private static List<String> command(
      SparkSettings settings, WorkFolder folder, List<Path> libraries) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(settings.submit().toString(), "--deploy-mode", "client"));
    command.addAll(List.of("--name", "tidewater rewrite", "--class", MAIN));
    new TreeMap<>(settings.configuration())
        .forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
    // Files, not jars: Spark's own class loaders must not see them.
    command.add("--files");
    command.add(String.join(",", libraries.stream().map(Path::toString).toList()));
    command.add(Jars.job(folder.path()).toString());
    command.add(folder.path().toString());
    libraries.forEach(jar -> command.add(jar.getFileName().toString()));
    return command;
  }

  /** Waits a while; returns whether the driver has ended. */
  boolean ends(long millis) throws InterruptedException {
    return driver.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** How it ended, for people: the exit code, and what Spark said last. */
  String end() {
    return "spark-submit ended with code " + driver.exitValue() + ":\n" + logTail();
  }

  private String logTail() {
    try {
      String log = Files.readString(folder.log(), StandardCharsets.UTF_8);
      return log.substring(Math.max(0, log.length() - LOG_TAIL));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the driver, and with it the application. */
  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(driver.descendants().toList());
    all.add(driver.toHandle());
    all.forEach(ProcessHandle::destroy);
    try {
      if (!driver.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        all.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      all.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }
}
