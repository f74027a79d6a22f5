/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import io.tidewater.compaction.rewrite.RowMoves.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.encryption.EncryptedOutputFile;
import org.apache.iceberg.io.DataWriter;
import org.jspecify.annotations.Nullable;

/** Writes rows to one partition, and begins another file whenever one is large enough. */
final class OnePartition implements RowSink {
  /** Asking for the size of a file is not free. */
  private static final int ROWS_PER_LOOK = 1000;

  private final OutputFiles outputs;
  private final StructLike partition;
  private final List<DataFile> finished = new ArrayList<>();
  private @Nullable DataWriter<Record> open;
  private String file = "";
  private long rows;
  private long finishedBytes;

  OnePartition(OutputFiles outputs, StructLike partition) {
    this.outputs = outputs;
    this.partition = partition;
  }

  @Override
  public Place write(Record row) throws IOException {
    DataWriter<Record> writer = writer();
    writer.write(row);
    Place place = new Place(file, rows++);
    if (rows % ROWS_PER_LOOK == 0 && writer.length() >= outputs.targetBytes()) {
      finish();
    }
    return place;
  }

  private DataWriter<Record> writer() {
    if (open == null) {
      EncryptedOutputFile next = outputs.newFile(partition);
      open = outputs.open(next, partition);
      file = next.encryptingOutputFile().location();
      rows = 0;
    }
    return open;
  }

  /** Ends the current file. */
  void finish() throws IOException {
    if (open != null) {
      open.close();
      DataFile written = open.toDataFile();
      open = null;
      finished.add(written);
      finishedBytes += written.fileSizeInBytes();
    }
  }

  @Override
  public long bytes() {
    return finishedBytes + (open == null ? 0 : open.length());
  }

  @Override
  public void close() throws IOException {
    finish();
  }

  @Override
  public List<DataFile> files() {
    return List.copyOf(finished);
  }
}
