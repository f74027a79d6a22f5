/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import io.tidewater.compaction.rewrite.RowMoves.Place;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.data.Record;

/** Where rows go. For one thread. */
interface RowSink extends Closeable {
  /** Writes a row and tells where it stands. */
  Place write(Record row) throws IOException;

  /** Bytes written so far, roughly. */
  long bytes();

  /** The new files. Only after closing. */
  List<DataFile> files();
}
