/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.journal.Journal;
import io.tidewater.compaction.journal.TaskEntry;
import io.tidewater.compaction.journal.TaskProgress;
import io.tidewater.compaction.report.TaskText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Shows how far tasks have come: on a terminal in a line that is redrawn, elsewhere in a line every
 * few seconds; and a line for each that has ended.
 */
final class ProgressPrinter implements AutoCloseable {
  private static final int REDRAW_MILLIS = 200;
  private static final int LINE_MILLIS = 5_000;
  private static final String CLEAR = "\r\u001b[K";

  private final Journal journal;
  private final PrintWriter out;
  private final Terminal terminal;
  private Runnable stop = () -> {};
  private long lastEnded;

  private ProgressPrinter(Journal journal, PrintWriter out, Terminal terminal) {
    this.journal = journal;
    this.out = out;
    this.terminal = terminal;
  }

  static ProgressPrinter start(Journal journal, PrintWriter out, Terminal terminal) {
    ProgressPrinter printer = new ProgressPrinter(journal, out, terminal);
    int pause = terminal == Terminal.PRESENT ? REDRAW_MILLIS : LINE_MILLIS;
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(Sharing.named("compaction-progress"));
    ScheduledFuture<?> ticks =
        timer.scheduleAtFixedRate(printer::tick, pause, pause, TimeUnit.MILLISECONDS);
    printer.stop =
        () -> {
          ticks.cancel(false);
          timer.shutdownNow();
        };
    return printer;
  }

  private synchronized void tick() {
    printEnded();
    for (TaskProgress task : journal.running()) {
      if (terminal == Terminal.PRESENT) {
        out.print(CLEAR + "  " + TaskText.running(task));
      } else {
        out.println("  " + TaskText.running(task));
      }
    }
    out.flush();
  }

  private void printEnded() {
    List<TaskEntry> fresh = new ArrayList<>();
    journal.history().stream().filter(entry -> entry.id() > lastEnded).forEach(fresh::add);
    Collections.reverse(fresh);
    for (TaskEntry entry : fresh) {
      out.println((terminal == Terminal.PRESENT ? CLEAR : "") + "  " + TaskText.ended(entry));
      lastEnded = Math.max(lastEnded, entry.id());
    }
  }

  @Override
  public void close() {
    stop.run();
    synchronized (this) {
      printEnded();
      out.flush();
    }
  }
}
