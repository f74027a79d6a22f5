/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

import java.io.IOException;
import java.util.Map;
import org.apache.iceberg.io.BulkDeletionFailureException;
import org.apache.iceberg.io.DelegateFileIO;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/** Access to files, of which each beginning, end and deletion is a step. */
final class FatefulIO implements DelegateFileIO {
  private final DelegateFileIO files;
  private final Fate fate;

  FatefulIO(DelegateFileIO files, Fate fate) {
    this.files = files;
    this.fate = fate;
  }

  @Override
  public InputFile newInputFile(String path) {
    fate.live();
    return files.newInputFile(path);
  }

  @Override
  public InputFile newInputFile(String path, long length) {
    fate.live();
    return files.newInputFile(path, length);
  }

  @Override
  public OutputFile newOutputFile(String path) {
    fate.live();
    OutputFile file = files.newOutputFile(path);
    return new OutputFile() {
      @Override
      public PositionOutputStream create() {
        fate.step("create " + path);
        return new FatefulStream(file.create(), fate, path);
      }

      @Override
      public PositionOutputStream createOrOverwrite() {
        fate.step("create " + path);
        return new FatefulStream(file.createOrOverwrite(), fate, path);
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
    fate.step("delete " + path);
    files.deleteFile(path);
  }

  @Override
  public void deleteFiles(Iterable<String> paths) throws BulkDeletionFailureException {
    for (String path : paths) {
      deleteFile(path);
    }
  }

  @Override
  public Iterable<FileInfo> listPrefix(String prefix) {
    fate.live();
    return files.listPrefix(prefix);
  }

  @Override
  public void deletePrefix(String prefix) {
    fate.step("delete all of " + prefix);
    files.deletePrefix(prefix);
  }

  @Override
  public Map<String, String> properties() {
    return files.properties();
  }

  private static final class FatefulStream extends PositionOutputStream {
    private final PositionOutputStream stream;
    private final Fate fate;
    private final String path;
    private boolean closed;

    FatefulStream(PositionOutputStream stream, Fate fate, String path) {
      this.stream = stream;
      this.fate = fate;
      this.path = path;
    }

    @Override
    public long getPos() throws IOException {
      return stream.getPos();
    }

    @Override
    public long storedLength() throws IOException {
      return stream.storedLength();
    }

    @Override
    public void write(int value) throws IOException {
      fate.live();
      stream.write(value);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      fate.live();
      stream.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
      stream.flush();
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        fate.step("finish " + path);
        stream.close();
      }
    }
  }
}
