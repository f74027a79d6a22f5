/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import io.tidewater.compaction.rewrite.Pulse;
import org.apache.iceberg.DataFile;

/** Tells a pulse how far reading and writing have come. */
final class Progress {
  static final long ROWS_PER_BEAT = 20_000;

  private final Pulse pulse;
  private final RowSink sink;
  private double bytesPerRow;
  private long rows;
  private long readUntold;
  private long writtenTold;
  private long fileBytes;
  private long fileTold;

  Progress(Pulse pulse, RowSink sink) {
    this.pulse = pulse;
    this.sink = sink;
  }

  void begin(DataFile file) {
    fileBytes = file.fileSizeInBytes();
    bytesPerRow = (double) fileBytes / Math.max(1, file.recordCount());
    fileTold = 0;
  }

  /** A row was read. */
  void row() {
    if (++rows % ROWS_PER_BEAT == 0) {
      long read = Math.min(fileBytes - fileTold, (long) (ROWS_PER_BEAT * bytesPerRow));
      fileTold += read;
      readUntold += read;
      beat();
    }
  }

  /** A file was read to its end. */
  void end() {
    readUntold += fileBytes - fileTold;
    fileTold = fileBytes;
    beat();
  }

  /** Tells what was done since the last time. */
  void beat() {
    long written = Math.max(writtenTold, sink.bytes());
    pulse.advance(readUntold, written - writtenTold);
    readUntold = 0;
    writtenTold = written;
  }
}
