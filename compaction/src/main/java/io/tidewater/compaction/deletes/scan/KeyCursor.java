/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.scan;

import io.tidewater.compaction.deletes.key.KeyBuffer;

/** The keys of a file's rows, one after the other. For one thread. */
public interface KeyCursor extends AutoCloseable {
  /**
   * Goes to the next row and writes its key.
   *
   * @return false if there is none
   */
  boolean next(KeyBuffer into);

  /** The position of the row in its file, from 0. */
  long position();

  @Override
  void close();
}
