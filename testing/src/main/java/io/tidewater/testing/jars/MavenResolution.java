/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.jars;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One run of Maven that writes a stack's class path, with word on stderr when it takes long. */
final class MavenResolution {
  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final Duration BETWEEN_WORDS = Duration.ofSeconds(20);
  private static final int LINES_OF_ERROR = 25;

  private final StackFolder folder;
  private final Stack stack;
  private final PrintStream progress = System.err;

  MavenResolution(StackFolder folder, Stack stack) {
    this.folder = folder;
    this.stack = stack;
  }

  void run() throws IOException {
    Path log = folder.target().resolve("maven.log");
    Process maven = start(log);
    try {
      int exitCode = await(maven);
      if (exitCode != 0) {
        throw failure(exitCode, log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JarsException("Interrupted while resolving " + stack.title(), e);
    } finally {
      maven.destroy();
    }
  }

  private Process start(Path log) {
    try {
      return new ProcessBuilder(command())
          .directory(folder.home().toFile())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .start();
    } catch (IOException e) {
      throw new JarsException(
          "Cannot run mvn, which resolves "
              + stack.title()
              + ". Install Maven 3.8.6 or later and put mvn on the PATH.",
          e);
    }
  }

  private List<String> command() {
    List<String> command =
        new ArrayList<>(List.of("mvn", "-B", "-ntp", "-Dquick", "-f", folder.pom().toString()));
    String repository = System.getProperty("maven.repo.local");
    if (repository != null) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    if (folder.hasSources()) {
      command.add("compile");
    }
    command.add("dependency:build-classpath");
    command.add("-DincludeScope=runtime");
    command.add("-Dmdep.outputFile=" + folder.classPathFile());
    return command;
  }

  private int await(Process maven) throws InterruptedException {
    Instant start = Instant.now();
    if (maven.waitFor(QUIET.toMillis(), TimeUnit.MILLISECONDS)) {
      return maven.exitValue();
    }
    progress.printf(
        "Resolving %s with Maven; its first use downloads about %d MB ...%n",
        stack.title(), stack.megabytes());
    while (!maven.waitFor(BETWEEN_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
      progress.printf(
          "  still resolving %s (%d s)%n",
          stack.title(), Duration.between(start, Instant.now()).toSeconds());
    }
    return maven.exitValue();
  }

  private JarsException failure(int exitCode, Path log) throws IOException {
    String errors =
        Files.readAllLines(log).stream()
            .filter(line -> line.startsWith("[ERROR]"))
            .limit(LINES_OF_ERROR)
            .collect(Collectors.joining("\n"));
    return new JarsException(
        "Maven (exit code "
            + exitCode
            + ") could not resolve "
            + stack.title()
            + " from "
            + folder.pom()
            + ". Check that your Maven settings reach a mirror of Maven Central, then try again."
            + " Its whole output is in "
            + log
            + ".\n"
            + errors);
  }
}
