/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import io.tidewater.compaction.rewrite.Pulse;

/** Tells a pulse of every few megabytes. */
final class Progress {
  private static final long STEP = 4L << 20;

  private final Pulse pulse;
  private long read;
  private long written;

  Progress(Pulse pulse) {
    this.pulse = pulse;
  }

  void read(long bytes) {
    read += bytes;
    tellIf(read >= STEP);
  }

  void wrote(long bytes) {
    written += bytes;
    tellIf(written >= STEP);
  }

  /** Tells what is left to tell. */
  void end() {
    tellIf(read > 0 || written > 0);
  }

  private void tellIf(boolean enough) {
    if (enough) {
      pulse.advance(read, written);
      read = 0;
      written = 0;
    }
  }
}
