/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.data.BaseDeleteLoader;
import org.apache.iceberg.io.FileIO;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/**
 * Reads the positions that deletion vectors and position deletes took out. A position delete file
 * that speaks of many data files is read once.
 */
final class DeletedPositions {
  private final Loader loader;

  DeletedPositions(FileIO io) {
    this.loader = new Loader(io);
  }

  Roaring64NavigableMap of(FileScanTask task) {
    Roaring64NavigableMap positions = new Roaring64NavigableMap();
    if (!task.deletes().isEmpty()) {
      loader
          .loadPositionDeletes(task.deletes(), task.file().location())
          .forEach(positions::addLong);
      positions.runOptimize();
    }
    return positions;
  }

  private static final class Loader extends BaseDeleteLoader {
    private static final long LIMIT_BYTES = 64L << 20;

    private final Map<String, Object> loaded = new HashMap<>();
    private long bytes;

    Loader(FileIO io) {
      super((DeleteFile file) -> io.newInputFile(file));
    }

    @Override
    protected boolean canCache(long size) {
      return bytes + size <= LIMIT_BYTES;
    }

    @Override
    @SuppressWarnings("unchecked")
    protected <V> V getOrLoad(String key, Supplier<V> load, long size) {
      Object known = loaded.get(key);
      if (known == null) {
        known = load.get();
        loaded.put(key, known);
        bytes += size;
      }
      return (V) known;
    }
  }
}
