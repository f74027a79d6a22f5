/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.observe;

/**
 * How many data files there are of which size, in classes that double: the first holds what is
 * smaller than 64 KB, the last what is larger than a gigabyte. Immutable.
 */
public final class SizeClasses {
  /** How many classes there are. */
  public static final int COUNT = 16;

  static final SizeClasses NONE = new SizeClasses(new long[COUNT], new long[COUNT]);
  private static final long FIRST = 64 << 10;

  private final long[] files;
  private final long[] bytes;

  SizeClasses(long[] files, long[] bytes) {
    this.files = files.clone();
    this.bytes = bytes.clone();
  }

  /** The classes of files of some sizes. */
  public static SizeClasses ofFiles(Iterable<Long> sizes) {
    long[] files = new long[COUNT];
    long[] bytes = new long[COUNT];
    for (long size : sizes) {
      files[of(size)]++;
      bytes[of(size)] += size;
    }
    return new SizeClasses(files, bytes);
  }

  /** The class of a size. */
  public static int of(long size) {
    int above = 64 - Long.numberOfLeadingZeros(size / FIRST);
    return Math.min(COUNT - 1, above);
  }

  /** Files of a class are smaller than this, except those of the last. */
  public static long limit(int sizeClass) {
    return FIRST << sizeClass;
  }

  /** The number of classes whose files are all smaller than a size. */
  public static int below(long size) {
    int classes = 0;
    while (classes < COUNT - 1 && limit(classes) <= size) {
      classes++;
    }
    return classes;
  }

  /** Files in one class. */
  public long files(int sizeClass) {
    return files[sizeClass];
  }

  /** Bytes in one class. */
  public long bytes(int sizeClass) {
    return bytes[sizeClass];
  }

  /** Files in the first so many classes. */
  public long filesBelow(int classes) {
    return sum(files, classes);
  }

  /** Bytes in the first so many classes. */
  public long bytesBelow(int classes) {
    return sum(bytes, classes);
  }

  long[] fileCounts() {
    return files.clone();
  }

  long[] byteCounts() {
    return bytes.clone();
  }

  private static long sum(long[] values, int classes) {
    long sum = 0;
    for (int i = 0; i < classes; i++) {
      sum += values[i];
    }
    return sum;
  }
}
