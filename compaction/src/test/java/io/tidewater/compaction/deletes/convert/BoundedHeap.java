/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import io.tidewater.compaction.deletes.key.KeyArena;
import io.tidewater.compaction.deletes.key.KeyBuffer;
import io.tidewater.compaction.deletes.live.EqualityDelete;
import io.tidewater.compaction.deletes.live.SnapshotFiles;
import io.tidewater.compaction.deletes.scan.KeyCursor;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileMetadata;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;

/**
 * A program for a small heap: takes equality deletes of 20 GB through memory, batch by batch, and
 * tells how much heap that took. Their metadata is real, their keys are generated.
 */
final class BoundedHeap {
  private static final int FILES = 20_480;
  private static final long FILE_BYTES = 1 << 20;
  private static final long KEYS_PER_FILE = 120_000;
  // One file alone that is larger than memory.
  private static final long KEYS_OF_FIRST = 3_000_000;
  private static final long BUDGET = 24L << 20;
  private static final Schema SCHEMA =
      new Schema(Types.NestedField.required(1, "id", Types.LongType.get()));

  private BoundedHeap() {}

  /** The argument is how many delete files to convert. */
  public static void main(String[] arguments) {
    int convert = Integer.parseInt(arguments[0]);
    try (InMemoryCatalog catalog = new InMemoryCatalog()) {
      catalog.initialize("test", Map.of());
      catalog.createNamespace(Namespace.of("shop"));
      Table table =
          catalog.createTable(
              TableIdentifier.of("shop", "orders"),
              SCHEMA,
              PartitionSpec.unpartitioned(),
              Map.of("format-version", "3"));
      commitDeletes(table);
      table.refresh();
      run(table, convert);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void commitDeletes(Table table) {
    RowDelta delta = table.newRowDelta();
    for (int i = 0; i < FILES; i++) {
      delta.addDeletes(deleteFile(i));
    }
    delta.commit();
  }

  private static long keysOf(int file) {
    return file == 0 ? KEYS_OF_FIRST : KEYS_PER_FILE;
  }

  private static DeleteFile deleteFile(int number) {
    long first = number * KEYS_OF_FIRST;
    long keys = keysOf(number);
    return FileMetadata.deleteFileBuilder(PartitionSpec.unpartitioned())
        .ofEqualityDeletes(1)
        .withFormat(FileFormat.PARQUET)
        .withPath("memory:/deletes/" + number + ".parquet")
        .withFileSizeInBytes(FILE_BYTES)
        .withMetrics(
            new Metrics(
                keys,
                Map.of(1, FILE_BYTES),
                Map.of(1, keys),
                Map.of(1, 0L),
                Map.of(),
                Map.of(1, Conversions.toByteBuffer(Types.LongType.get(), first)),
                Map.of(1, Conversions.toByteBuffer(Types.LongType.get(), first + keys - 1))))
        .build();
  }

  private static void run(Table table, int convert) {
    List<EqualityDelete> pending =
        new ArrayList<>(new SnapshotFiles(table, table.currentSnapshot()).equalityDeletes());
    KeyArena arena = new KeyArena(BUDGET);
    long[] totals = new long[3];
    int converted = 0;
    while (converted < convert && !pending.isEmpty()) {
      List<EqualityDelete> first = Batches.first(pending, BUDGET);
      Set<EqualityDelete> taken = new HashSet<>(first);
      pending.removeIf(taken::contains);
      new BatchKeys(new Batch(first, table), BoundedHeap::keys, arena, bytes -> {})
          .passes(
              full -> {
                totals[0] += full.size();
                totals[1] = Math.max(totals[1], full.bytes());
                totals[2]++;
              });
      converted += first.size();
    }
    System.out.printf(
        "files=%d keys=%d arena=%d passes=%d pending=%d peak=%d%n",
        converted, totals[0], totals[1], totals[2], pending.size(), peakHeap());
  }

  private static KeyCursor keys(EqualityDelete delete) {
    String location = delete.file().location();
    int number =
        Integer.parseInt(
            location.substring(location.lastIndexOf('/') + 1, location.lastIndexOf('.')));
    return new Generated(number * KEYS_OF_FIRST, keysOf(number));
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  /** Keys that nobody has to store. */
  private static final class Generated implements KeyCursor {
    private final long first;
    private final long count;
    private long position = -1;

    Generated(long first, long count) {
      this.first = first;
      this.count = count;
    }

    @Override
    public boolean next(KeyBuffer into) {
      if (position + 1 >= count) {
        return false;
      }
      position++;
      into.clear();
      into.putLong(first + position);
      return true;
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public void close() {}
  }
}
