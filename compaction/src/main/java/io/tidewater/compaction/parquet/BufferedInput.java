/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.IOException;
import java.io.InputStream;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;

/** An Iceberg file as Parquet reads it, ahead of what it asks for: its own requests are small. */
final class BufferedInput implements org.apache.parquet.io.InputFile {
  private static final int BUFFER = 256 * 1024;

  private final InputFile file;

  BufferedInput(InputFile file) {
    this.file = file;
  }

  @Override
  public long getLength() {
    return file.getLength();
  }

  @Override
  public org.apache.parquet.io.SeekableInputStream newStream() {
    ReadAhead stream = new ReadAhead(file.newStream());
    return new DelegatingSeekableInputStream(stream) {
      @Override
      public long getPos() {
        return stream.position();
      }

      @Override
      public void seek(long position) {
        stream.seek(position);
      }
    };
  }

  @Override
  public String toString() {
    return file.location();
  }

  /** Moves the underlying stream only when something outside of the buffer is read. */
  private static final class ReadAhead extends InputStream {
    private final SeekableInputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private long bufferStart;
    private int bufferLength;
    private long position;

    ReadAhead(SeekableInputStream in) {
      this.in = in;
    }

    long position() {
      return position;
    }

    void seek(long target) {
      position = target;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (position < bufferStart || position >= bufferStart + bufferLength) {
        if (in.getPos() != position) {
          in.seek(position);
        }
        if (length >= BUFFER) {
          int direct = in.read(into, offset, length);
          position += Math.max(0, direct);
          return direct;
        }
        bufferStart = position;
        bufferLength = Math.max(0, in.read(buffer, 0, BUFFER));
        if (bufferLength == 0) {
          return -1;
        }
      }
      int from = (int) (position - bufferStart);
      int read = Math.min(length, bufferLength - from);
      System.arraycopy(buffer, from, into, offset, read);
      position += read;
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
