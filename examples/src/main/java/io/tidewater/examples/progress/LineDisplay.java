/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** A line every few seconds and one at the end, so that a log shows that work goes on. */
final class LineDisplay implements ProgressDisplay {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final PrintStream out;
  private final InstantSource clock;

  LineDisplay(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public Progress start(String task, long total) {
    return new Lines(task, total);
  }

  private final class Lines implements Progress {
    private final String task;
    private final long total;
    private final Instant began = clock.instant();
    private Instant written = began;
    private long latest;
    private boolean closed;

    private Lines(String task, long total) {
      this.task = task;
      this.total = total;
    }

    @Override
    public synchronized void reached(long done) {
      latest = done;
      if (!closed && Duration.between(written, clock.instant()).compareTo(PAUSE) >= 0) {
        write();
      }
    }

    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        write();
      }
    }

    private void write() {
      written = clock.instant();
      double seconds = Duration.between(began, written).toMillis() / 1000.0;
      out.printf(
          Locale.ROOT,
          "  %-10s %,d of %,d (%d%%) after %.1f s%n",
          task,
          latest,
          total,
          total == 0 ? 100 : latest * 100 / total,
          seconds);
    }
  }
}
