/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.metadata;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tidewater.catalog.storage.WarehouseFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.iceberg.exceptions.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes metadata files of one kind, and keeps the recently used in memory, up to a
 * number of bytes. Safe for use by many threads.
 */
public final class MetadataFiles<M> {
  /** What parsed metadata weighs, roughly, for each byte of its JSON; the JSON itself included. */
  private static final int WEIGHT = 4;

  private final WarehouseFiles files;
  private final MetadataFormat<M> format;
  private final MetadataLocations locations;
  private final Cache<String, StoredMetadata<M>> cache;

  /**
   * @param cacheBytes how much memory the recently used may take, roughly
   * @param ids makes the names of new files unique
   */
  public MetadataFiles(
      WarehouseFiles files, MetadataFormat<M> format, long cacheBytes, Supplier<UUID> ids) {
    this.files = files;
    this.format = format;
    this.locations = new MetadataLocations(ids);
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(cacheBytes)
            .weigher((String location, StoredMetadata<M> stored) -> weight(stored))
            .executor(Runnable::run)
            .build();
  }

  /**
   * The metadata in a file.
   *
   * @throws NotFoundException if there is no such file
   */
  public StoredMetadata<M> read(String location) {
    checkPresent(location);
    StoredMetadata<M> cached = cache.getIfPresent(location);
    if (cached != null) {
      return cached;
    }
    byte[] json = readBytes(location);
    M metadata = format.parse(location, new String(json, StandardCharsets.UTF_8));
    StoredMetadata<M> stored = new StoredMetadata<>(location, json, metadata);
    cache.put(location, stored);
    return stored;
  }

  /**
   * Notices a file that is gone although it may be in memory, where that costs nothing.
   *
   * @throws NotFoundException if it is gone
   */
  public void checkPresent(String location) {
    if (files.isGone(location)) {
      cache.invalidate(location);
      throw new NotFoundException("Failed to open input stream for file: %s", location);
    }
  }

  /** Writes metadata to a new file, named after the file of the version that it replaces. */
  public StoredMetadata<M> write(M metadata, @Nullable String replaced) {
    String location = locations.next(format, metadata, replaced);
    byte[] json = format.toJson(metadata).getBytes(StandardCharsets.UTF_8);
    try {
      writeBytes(location, json);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write metadata to " + location, e);
    }
    StoredMetadata<M> stored = new StoredMetadata<>(location, json, format.at(location, metadata));
    cache.put(location, stored);
    return stored;
  }

  /** Deletes a file that no pointer points to. */
  public void delete(StoredMetadata<M> stored) {
    cache.invalidate(stored.location());
    files.deleteFile(stored.location());
  }

  private byte[] readBytes(String location) {
    try (InputStream raw = files.newInputFile(location).newStream();
        InputStream plain = isGzip(location) ? new GZIPInputStream(raw) : raw) {
      return plain.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read metadata from " + location, e);
    }
  }

  private void writeBytes(String location, byte[] json) throws IOException {
    // Names are unique, so nothing is overwritten, and no request is spent on asking.
    try (OutputStream out = files.newOutputFile(location).createOrOverwrite()) {
      out.write(isGzip(location) ? gzip(json) : json);
    }
  }

  private static byte[] gzip(byte[] json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(json);
    }
    return bytes.toByteArray();
  }

  private static boolean isGzip(String location) {
    return location.endsWith(".gz.metadata.json") || location.endsWith(".metadata.json.gz");
  }

  private static <M> int weight(StoredMetadata<M> stored) {
    return (int) Math.min(Integer.MAX_VALUE, (long) WEIGHT * stored.json().length);
  }
}
