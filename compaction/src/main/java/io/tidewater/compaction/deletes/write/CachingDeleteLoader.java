/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.write;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.BaseDeleteLoader;
import org.apache.iceberg.encryption.EncryptingFileIO;

/** Reads a position delete of many data files once for all of them. */
final class CachingDeleteLoader extends BaseDeleteLoader {
  private final Map<String, Object> loaded = new ConcurrentHashMap<>();

  CachingDeleteLoader(Table table) {
    this(EncryptingFileIO.combine(table.io(), table.encryption()));
  }

  private CachingDeleteLoader(EncryptingFileIO io) {
    super(io::newInputFile);
  }

  @Override
  protected boolean canCache(long size) {
    return true;
  }

  @Override
  @SuppressWarnings("unchecked") // A key is loaded in one way only.
  protected <V> V getOrLoad(String key, Supplier<V> load, long size) {
    return (V) loaded.computeIfAbsent(key, location -> load.get());
  }

  /** Forgets what it has read. */
  void forget() {
    loaded.clear();
  }
}
