/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.progress;

import java.text.DecimalFormat;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One bar a task on standard error, each on a line of its own and redrawn in place. */
final class BarDisplay implements ProgressDisplay {
  private static final int UPDATE_MILLIS = 200;
  private static final int LABEL_WIDTH = 10;

  @Override
  public Progress start(String task, long total) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(String.format("  %-" + LABEL_WIDTH + "s", task))
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .showSpeed(new DecimalFormat(" #,##0"))
            .setUnit("", 1)
            .build();
    return new Bar(bar);
  }

  private record Bar(ProgressBar bar) implements Progress {
    @Override
    public void reached(long done) {
      bar.stepTo(done);
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
