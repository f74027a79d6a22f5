/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark.job;

import java.io.IOException;

/** Ends the driver with the service that started it: its standard input ends then. */
final class Tether {
  private static final int ABANDONED = 3;

  private Tether() {}

  static void tie() {
    Thread watcher = new Thread(Tether::watch, "tether");
    watcher.setDaemon(true);
    watcher.start();
  }

  private static void watch() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is said this way.
      }
    } catch (IOException e) {
      // As good as its end.
    }
    Runtime.getRuntime().halt(ABANDONED);
  }
}
