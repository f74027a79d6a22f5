/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that is stopped in its tracks (SIGSTOP) until this is closed (SIGCONT).
 *
 * <p>A stopped JVM cannot notice that its parent is gone, so a shell holds the process down and
 * lets it go when the shell's standard input closes: on {@link #close()}, or when this process
 * dies.
 */
final class Suspension implements AutoCloseable {
  private static final String SCRIPT =
      "trap '' INT HUP; kill -STOP \"$1\" && echo stopped; read -r _; kill -CONT \"$1\" 2>&-";

  private static final Duration STANDSTILL = Duration.ofSeconds(5);

  private final Process holder;

  private Suspension(Process holder) {
    this.holder = holder;
  }

  static Suspension of(long pid) {
    try {
      Process holder =
          new ProcessBuilder("sh", "-c", SCRIPT, "sh", Long.toString(pid))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (holder.inputReader().readLine() == null) {
        throw new ServerException("Cannot suspend process " + pid + ": it is gone");
      }
      awaitStandstill(pid);
      return new Suspension(holder);
    } catch (IOException e) {
      throw new ServerException("Cannot run sh to suspend process " + pid, e);
    }
  }

  /** The signal returns before every thread has stopped; where the system tells, wait for them. */
  private static void awaitStandstill(long pid) throws IOException {
    Path threads = Path.of("/proc", Long.toString(pid), "task");
    long deadline = System.nanoTime() + STANDSTILL.toNanos();
    while (Files.isDirectory(threads) && !allStopped(threads) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  private static boolean allStopped(Path threads) throws IOException {
    try (DirectoryStream<Path> each = Files.newDirectoryStream(threads)) {
      for (Path thread : each) {
        String stat = Files.readString(thread.resolve("stat"));
        // The state follows the name, which stands in parentheses and may hold anything.
        if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
          return false;
        }
      }
      return true;
    } catch (NoSuchFileException e) {
      // A thread that has ended since.
      return false;
    }
  }

  /** Lets the process continue and waits until it has been told. */
  @Override
  public void close() {
    try {
      holder.getOutputStream().close();
      holder.waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new ServerException("Cannot resume a suspended process", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
