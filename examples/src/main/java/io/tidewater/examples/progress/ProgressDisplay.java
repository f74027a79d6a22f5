/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.progress;

import java.time.InstantSource;

/** Starts the display of tasks; several may run side by side. */
public interface ProgressDisplay {
  /** Shows nothing. */
  ProgressDisplay SILENT = (task, total) -> new Unseen();

  /**
   * Begins a task.
   *
   * @param task a word or two, shown in front
   * @param total the units after which it is done
   */
  Progress start(String task, long total);

  /**
   * What suits the place where this process writes: the launcher says by the system property {@code
   * tidewater.terminal} whether standard error is a terminal.
   */
  static ProgressDisplay onStandardError() {
    return Boolean.getBoolean("tidewater.terminal")
        ? new BarDisplay()
        : new LineDisplay(System.err, InstantSource.system());
  }
}
