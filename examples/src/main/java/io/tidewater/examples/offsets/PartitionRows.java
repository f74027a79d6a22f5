/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.offsets;

/**
 * The rows that a table holds of one partition, gathered one by one. Not safe for several threads.
 */
public final class PartitionRows {
  private final OffsetSet offsets = new OffsetSet();
  private final OffsetSet repeated = new OffsetSet();
  private long rows;

  /** Notes one row that came from this offset. */
  public void add(long offset) {
    rows++;
    if (!offsets.add(offset)) {
      repeated.add(offset);
    }
  }

  /** All rows, each repeated one too. */
  long rows() {
    return rows;
  }

  /** The offsets that at least one row came from. */
  OffsetSet offsets() {
    return offsets;
  }

  /** Rows beyond the first of their offset. */
  Findings duplicates() {
    return Findings.of(rows - offsets.size(), repeated);
  }
}
