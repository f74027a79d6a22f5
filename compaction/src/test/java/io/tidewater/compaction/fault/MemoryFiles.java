/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.inmemory.InMemoryFileIO;
import org.apache.iceberg.io.DelegateFileIO;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/**
 * A storage in memory that can be listed. Files appear when they are finished, as on S3. What is
 * done to a fork is not done to the storage that it was forked from.
 */
final class MemoryFiles implements DelegateFileIO {
  private final InMemoryFileIO files;
  private final InstantSource clock;
  private final NavigableMap<String, FileInfo> finished;

  MemoryFiles(InMemoryFileIO files, InstantSource clock) {
    this(files, clock, new ConcurrentSkipListMap<>());
  }

  private MemoryFiles(
      InMemoryFileIO files, InstantSource clock, NavigableMap<String, FileInfo> finished) {
    this.files = files;
    this.clock = clock;
    this.finished = finished;
  }

  MemoryFiles fork(InstantSource forksClock) {
    return new MemoryFiles(files, forksClock, new ConcurrentSkipListMap<>(finished));
  }

  @Override
  public InputFile newInputFile(String path) {
    return finished.containsKey(path) || path.endsWith(".metadata.json")
        ? files.newInputFile(path)
        : files.newInputFile(path + ".not-there");
  }

  @Override
  public OutputFile newOutputFile(String path) {
    OutputFile file = files.newOutputFile(path);
    return new OutputFile() {
      @Override
      public PositionOutputStream create() {
        if (finished.containsKey(path)) {
          throw new AlreadyExistsException("%s is there", path);
        }
        return createOrOverwrite();
      }

      @Override
      public PositionOutputStream createOrOverwrite() {
        return noting(file.createOrOverwrite(), path);
      }

      @Override
      public String location() {
        return file.location();
      }

      @Override
      public InputFile toInputFile() {
        return file.toInputFile();
      }
    };
  }

  @Override
  public void deleteFile(String path) {
    finished.remove(path);
  }

  @Override
  public void deleteFiles(Iterable<String> paths) {
    paths.forEach(this::deleteFile);
  }

  @Override
  public Iterable<FileInfo> listPrefix(String prefix) {
    return List.copyOf(finished.subMap(prefix, prefix + Character.MAX_VALUE).values());
  }

  @Override
  public void deletePrefix(String prefix) {
    listPrefix(prefix).forEach(file -> deleteFile(file.location()));
  }

  @Override
  public Map<String, String> properties() {
    return files.properties();
  }

  private PositionOutputStream noting(PositionOutputStream stream, String path) {
    return new PositionOutputStream() {
      @Override
      public long getPos() throws IOException {
        return stream.getPos();
      }

      @Override
      public void write(int value) throws IOException {
        stream.write(value);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        stream.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        long length = stream.getPos();
        stream.close();
        finished.put(path, new FileInfo(path, length, clock.millis()));
      }
    };
  }
}
