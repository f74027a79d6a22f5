/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import io.tidewater.compaction.rewrite.RowMoves.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;

/**
 * Writes each row to the partition that a spec gives it, for files of an older spec, whose rows may
 * go anywhere. Few files are open at a time; beyond that the one that was idle longest is ended.
 */
final class ManyPartitions implements RowSink {
  static final int OPEN_FILES = 8;

  private final OutputFiles outputs;
  private final PartitionKey key;
  private final InternalRecordWrapper wrapper;
  private final Map<PartitionKey, OnePartition> partitions = new LinkedHashMap<>();
  private final Set<OnePartition> open = new LinkedHashSet<>();

  ManyPartitions(OutputFiles outputs, Schema schema) {
    this.outputs = outputs;
    this.key = new PartitionKey(outputs.spec(), schema);
    this.wrapper = new InternalRecordWrapper(schema.asStruct());
  }

  @Override
  public Place write(Record row) throws IOException {
    key.partition(wrapper.wrap(row));
    OnePartition partition = partitions.get(key);
    if (partition == null) {
      PartitionKey copy = key.copy();
      partition = new OnePartition(outputs, copy);
      partitions.put(copy, partition);
    }
    open.remove(partition);
    open.add(partition);
    if (open.size() > OPEN_FILES) {
      OnePartition idle = open.iterator().next();
      open.remove(idle);
      idle.finish();
    }
    return partition.write(row);
  }

  @Override
  public long bytes() {
    return partitions.values().stream().mapToLong(OnePartition::bytes).sum();
  }

  @Override
  public void close() throws IOException {
    for (OnePartition partition : partitions.values()) {
      partition.close();
    }
  }

  @Override
  public List<DataFile> files() {
    List<DataFile> files = new ArrayList<>();
    partitions.values().forEach(partition -> files.addAll(partition.files()));
    return files;
  }
}
