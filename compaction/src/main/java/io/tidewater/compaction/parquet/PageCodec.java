/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputDecompressor;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/**
 * Compresses and decompresses pages, arrays to arrays. Zstandard is spoken to directly: pages are
 * small, and a stream for each costs more than its content.
 */
final class PageCodec implements AutoCloseable {
  private final CompressionCodecName name;
  private final CodecFactory codecs;
  private final @Nullable ZstdCompressCtx zstd;
  private final @Nullable ZstdDecompressCtx unzstd;

  PageCodec(CompressionCodecName name, ParquetConfiguration configuration, int pageBytes) {
    this.name = name;
    this.codecs = new CodecFactory(configuration, pageBytes);
    if (name == CompressionCodecName.ZSTD) {
      this.zstd =
          new ZstdCompressCtx()
              .setLevel(configuration.getInt("parquet.compression.codec.zstd.level", 3));
      this.unzstd = new ZstdDecompressCtx();
    } else {
      this.zstd = null;
      this.unzstd = null;
    }
  }

  CompressionCodecName name() {
    return name;
  }

  /** For Parquet's own writers. */
  BytesInputCompressor compressor() {
    return codecs.getCompressor(name);
  }

  byte[] compress(byte[] bytes, int length) throws IOException {
    if (name == CompressionCodecName.UNCOMPRESSED) {
      return Arrays.copyOf(bytes, length);
    }
    if (zstd != null) {
      byte[] into = new byte[Math.toIntExact(Zstd.compressBound(length))];
      int size = zstd.compressByteArray(into, 0, into.length, bytes, 0, length);
      return Arrays.copyOf(into, size);
    }
    ByteArrayOutputStream into = new ByteArrayOutputStream(length);
    compressor().compress(BytesInput.from(bytes, 0, length)).writeAllTo(into);
    return into.toByteArray();
  }

  byte[] decompress(byte[] bytes, int offset, int length, int plainLength) throws IOException {
    if (name == CompressionCodecName.UNCOMPRESSED) {
      return Arrays.copyOfRange(bytes, offset, offset + length);
    }
    byte[] plain = new byte[plainLength];
    if (unzstd != null) {
      unzstd.decompressByteArray(plain, 0, plainLength, bytes, offset, length);
      return plain;
    }
    BytesInputDecompressor decompressor = codecs.getDecompressor(name);
    BytesInput unpacked =
        decompressor.decompress(BytesInput.from(bytes, offset, length), plainLength);
    unpacked.toInputStream().readNBytes(plain, 0, plainLength);
    return plain;
  }

  @Override
  public void close() {
    codecs.release();
    if (zstd != null) {
      zstd.close();
    }
    if (unzstd != null) {
      unzstd.close();
    }
  }
}
