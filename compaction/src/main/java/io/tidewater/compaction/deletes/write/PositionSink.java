/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.write;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.deletes.PositionDeleteIndex;

/** Takes the deleted positions of one data file after the other. */
interface PositionSink extends Closeable {
  void add(DataFile file, PositionDeleteIndex positions) throws IOException;

  /** What was written, by the location of the data file; complete once closed. */
  Map<String, DeleteFile> result();
}
