/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

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
      return new Suspension(holder);
    } catch (IOException e) {
      throw new ServerException("Cannot run sh to suspend process " + pid, e);
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
