/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.storage.WarehouseFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/** Counts what a remote warehouse would be asked for, and breaks on request. */
final class CountingFiles implements WarehouseFiles {
  private static final long serialVersionUID = 1L;

  private final WarehouseFiles files;
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicInteger deletes = new AtomicInteger();
  private final AtomicBoolean readOnly = new AtomicBoolean();

  CountingFiles(WarehouseFiles files) {
    this.files = files;
  }

  @Override
  public InputFile newInputFile(String location) {
    reads.incrementAndGet();
    return files.newInputFile(location);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    if (readOnly.get()) {
      throw new UncheckedIOException(new IOException("the disk is full"));
    }
    writes.incrementAndGet();
    return files.newOutputFile(location);
  }

  @Override
  public void deleteFile(String location) {
    deletes.incrementAndGet();
    files.deleteFile(location);
  }

  /** As a remote warehouse, which cannot tell for free. */
  @Override
  public boolean isGone(String location) {
    return false;
  }

  void becomeReadOnly() {
    readOnly.set(true);
  }

  void becomeWritable() {
    readOnly.set(false);
  }

  void forget() {
    reads.set(0);
    writes.set(0);
    deletes.set(0);
  }

  int reads() {
    return reads.get();
  }

  int writes() {
    return writes.get();
  }

  int deletes() {
    return deletes.get();
  }
}
