/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.storage;

import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.jspecify.annotations.Nullable;

/** Picks the file access by the scheme of a location. Safe for use by many threads. */
public final class WarehouseFileIO implements WarehouseFiles {
  private static final long serialVersionUID = 1L;
  private static final String S3_FILE_IO = "org.apache.iceberg.aws.s3.S3FileIO";
  private static final Set<String> S3_SCHEMES = Set.of("s3", "s3a", "s3n");

  private final LocalFileIO local = new LocalFileIO();
  private final Map<String, String> properties;
  private @Nullable FileIO s3;

  /**
   * @param properties settings of the file access, such as {@code s3.endpoint}
   */
  public WarehouseFileIO(Map<String, String> properties) {
    this.properties = Map.copyOf(properties);
  }

  @Override
  public InputFile newInputFile(String location) {
    return at(location).newInputFile(location);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return at(location).newOutputFile(location);
  }

  @Override
  public void deleteFile(String location) {
    at(location).deleteFile(location);
  }

  @Override
  public boolean isGone(String location) {
    return isLocal(scheme(location)) && !Files.exists(LocalPath.of(location));
  }

  @Override
  public synchronized void close() {
    if (s3 != null) {
      s3.close();
      s3 = null;
    }
  }

  private FileIO at(String location) {
    requireSupported(location);
    return isLocal(scheme(location)) ? local : s3();
  }

  /** Loaded at first use: a local warehouse needs no cloud classes. */
  private synchronized FileIO s3() {
    if (s3 == null) {
      s3 = CatalogUtil.loadFileIO(S3_FILE_IO, properties, null);
    }
    return s3;
  }

  private static void requireSupported(String location) {
    String scheme = scheme(location);
    if (!isLocal(scheme) && !S3_SCHEMES.contains(scheme)) {
      throw new ValidationException(
          "Location %s has scheme %s; this catalog stores files under file:, s3: and s3a: only",
          location, scheme);
    }
    if (isLocal(scheme) && !LocalPath.of(location).isAbsolute()) {
      throw new ValidationException("Location %s is no absolute path", location);
    }
  }

  private static boolean isLocal(String scheme) {
    return scheme.isEmpty() || scheme.equals("file");
  }

  private static String scheme(String location) {
    int colon = location.indexOf(':');
    int slash = location.indexOf('/');
    return colon < 0 || (slash >= 0 && slash < colon) ? "" : location.substring(0, colon);
  }
}
