/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.apache.parquet.io.DelegatingSeekableInputStream;

/** Pieces of memory as one stream that is read once, from an offset on. */
final class MemoryInput extends DelegatingSeekableInputStream {
  private final long origin;
  private final Pieces pieces;

  MemoryInput(List<byte[]> pieces, long origin) {
    this(new Pieces(pieces), origin);
  }

  private MemoryInput(Pieces pieces, long origin) {
    super(pieces);
    this.pieces = pieces;
    this.origin = origin;
  }

  @Override
  public long getPos() {
    return origin + pieces.position;
  }

  @Override
  public void seek(long position) {
    if (position != getPos()) {
      throw new IllegalStateException("read once only: at " + getPos() + ", not " + position);
    }
  }

  private static final class Pieces extends InputStream {
    private final Iterator<byte[]> rest;
    private byte[] piece = new byte[0];
    private int offset;
    private long position;

    Pieces(List<byte[]> pieces) {
      this.rest = pieces.iterator();
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      while (offset == piece.length) {
        if (!rest.hasNext()) {
          return -1;
        }
        piece = rest.next();
        offset = 0;
      }
      int read = Math.min(length, piece.length - offset);
      System.arraycopy(piece, offset, into, from, read);
      offset += read;
      position += read;
      return read;
    }
  }
}
