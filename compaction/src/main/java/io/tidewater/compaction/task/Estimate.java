/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.task;

/**
 * What a task will cost and bring, as far as metadata tells.
 *
 * @param bytesRead bytes of files that it reads
 * @param bytesWritten bytes of files that it writes
 * @param filesBefore files that it takes out of the table, or deletes
 * @param filesAfter files that it puts in their place
 * @param gain bytes of work that it spares each full read of the table; opening one file counts as
 *     4 MB (Iceberg's {@code read.split.open-file-cost}), a file of deletes that must be joined as
 *     its rows do
 */
public record Estimate(
    long bytesRead, long bytesWritten, long filesBefore, long filesAfter, double gain) {
  /** What opening a file costs a reader, in bytes that it could have read instead. */
  public static final long OPEN_FILE_COST = 4L << 20;

  /** Costs nothing worth counting. */
  public static final Estimate NEGLIGIBLE = new Estimate(0, 0, 0, 0, 0);

  /** Gain for each byte moved, by which tasks are ordered. */
  public double gainPerByte() {
    return gain / Math.max(1, bytesRead + bytesWritten);
  }

  public Estimate plus(Estimate other) {
    return new Estimate(
        bytesRead + other.bytesRead,
        bytesWritten + other.bytesWritten,
        filesBefore + other.filesBefore,
        filesAfter + other.filesAfter,
        gain + other.gain);
  }
}
