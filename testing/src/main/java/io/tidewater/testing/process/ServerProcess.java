/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One running server process. Safe for use by many threads.
 *
 * <p>The process ends with {@link #close()}, with this JVM's exit, or with this JVM's death.
 */
public final class ServerProcess implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final JavaCommand command;
  private final Process process;
  private @Nullable Suspension suspension;

  private ServerProcess(JavaCommand command, Process process) {
    this.command = command;
    this.process = process;
  }

  /**
   * Starts a server and returns at once.
   *
   * @throws ServerException if the JDK cannot be run or the directory cannot be written
   */
  public static ServerProcess start(JavaCommand command) {
    ProcessBuilder builder =
        new ProcessBuilder(command.commandLine())
            .directory(command.directory().toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
    if (command.standardOutput() == JavaCommand.StandardOutput.LOGGED) {
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
    }
    builder.environment().putAll(command.environment());
    try {
      Files.createDirectories(command.directory());
      ServerProcess server = new ServerProcess(command, builder.start());
      LivingServers.instance().add(server);
      return server;
    } catch (IOException e) {
      throw new ServerException("Cannot start " + command.name() + " in " + command.directory(), e);
    }
  }

  /**
   * Runs a command that is expected to end by itself.
   *
   * @throws ServerException if it fails or takes longer than the limit
   */
  public static void runToEnd(JavaCommand command, Duration limit) {
    try (ServerProcess run = start(command)) {
      if (!run.awaitEnd(limit)) {
        throw run.failure("did not end within " + limit.toSeconds() + " s");
      }
      if (run.process.exitValue() != 0) {
        throw run.failure("failed with exit code " + run.process.exitValue());
      }
    }
  }

  /**
   * Waits until the server serves, and fails as soon as the process is gone instead.
   *
   * @throws ServerException with the end of the log, if the server died or the time has passed
   */
  public void awaitReady(Readiness readiness, Duration limit) {
    Patience.of(limit)
        .until(
            () -> {
              if (!isAlive()) {
                throw failure("exited with code " + process.exitValue() + " before it was ready");
              }
              return isReady(readiness) ? Optional.of(true) : Optional.empty();
            },
            () -> failure("is not ready after " + limit.toSeconds() + " s"));
  }

  private static boolean isReady(Readiness readiness) {
    try {
      return readiness.isReady();
    } catch (IOException e) {
      return false;
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** The file with everything that the server has logged. */
  public Path log() {
    return command.log();
  }

  /** What the server prints, if its command pipes standard output. */
  public BufferedReader standardOutput() {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  /** Writes to the server's standard input; never close it, for that halts the server. */
  public BufferedWriter standardInput() {
    return process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Waits for the end; says whether it came within the limit. */
  public boolean awaitEnd(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Holds the process still (SIGSTOP), as a long pause would. Does nothing if it is held. */
  public synchronized void suspend() {
    if (suspension == null) {
      suspension = Suspension.of(pid());
    }
  }

  /** Lets a suspended process continue (SIGCONT). Does nothing if it is not suspended. */
  public synchronized void resume() {
    if (suspension != null) {
      suspension.close();
      suspension = null;
    }
  }

  /** Asks the server to stop (SIGTERM) and kills it if it has not done so within the grace. */
  public void stop(Duration grace) {
    resume();
    process.destroy();
    if (!awaitEnd(grace)) {
      kill();
    }
    LivingServers.instance().remove(this);
  }

  /** Kills the process (SIGKILL), suspended or not, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd(GRACE);
    resume();
    LivingServers.instance().remove(this);
  }

  @Override
  public void close() {
    stop(GRACE);
  }

  /** An exception that names the server and shows the end of its log. */
  public ServerException failure(String what) {
    return new ServerException(
        "The server " + command.name() + " (pid " + pid() + ") " + what + ". " + LogTail.of(log()));
  }

  @Override
  public String toString() {
    return command.name() + " (pid " + pid() + ")";
  }
}
