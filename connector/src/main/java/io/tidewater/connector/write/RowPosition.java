/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.write;

/**
 * Where a row is.
 *
 * @param file location of its data file
 * @param position its number in the file, from 0
 */
public record RowPosition(String file, long position) implements Comparable<RowPosition> {
  @Override
  public int compareTo(RowPosition other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Long.compare(position, other.position);
  }
}
