/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.iceberg.data.BaseDeleteLoader;
import org.apache.iceberg.io.FileIO;

/** Reads delete files that concern several data files, each once as long as they fit. */
public final class SharedDeletes extends BaseDeleteLoader {
  private final long limit;
  private final Map<String, Object> loaded = new HashMap<>();
  private long bytes;

  /**
   * @param limit how many bytes may be kept
   */
  public SharedDeletes(FileIO io, long limit) {
    super(io::newInputFile);
    this.limit = limit;
  }

  @Override
  protected synchronized boolean canCache(long size) {
    return size <= limit;
  }

  @Override
  @SuppressWarnings("unchecked") // A key stands for one delete file, and thus for one type.
  protected synchronized <V> V getOrLoad(String key, Supplier<V> loader, long size) {
    Object known = loaded.get(key);
    if (known != null) {
      return (V) known;
    }
    V value = loader.get();
    if (size <= limit - bytes) {
      bytes += size;
      loaded.put(key, value);
    }
    return value;
  }
}
