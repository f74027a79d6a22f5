/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.metadata;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.util.LocationUtil;
import org.jspecify.annotations.Nullable;

/**
 * Names metadata files, as Iceberg does: a counter, for people, and a UUID, so that two committers
 * never write the same file.
 */
final class MetadataLocations {
  private static final Pattern VERSION = Pattern.compile("^(\\d{1,9})-");

  private final Supplier<UUID> ids;

  MetadataLocations(Supplier<UUID> ids) {
    this.ids = ids;
  }

  /** The file for the next version of something whose current file may be known. */
  <M> String next(MetadataFormat<M> format, M metadata, @Nullable String current) {
    Map<String, String> properties = format.properties(metadata);
    String compression =
        properties.getOrDefault(format.compressionProperty(), format.defaultCompression());
    return "%s/%s-%s%s"
        .formatted(
            folder(format, metadata),
            String.format(Locale.ROOT, "%05d", current == null ? 0 : version(current) + 1),
            ids.get(),
            TableMetadataParser.getFileExtension(compression));
  }

  private static <M> String folder(MetadataFormat<M> format, M metadata) {
    String chosen = format.properties(metadata).get(TableProperties.WRITE_METADATA_LOCATION);
    return chosen == null
        ? LocationUtil.stripTrailingSlash(format.baseLocation(metadata)) + "/metadata"
        : LocationUtil.stripTrailingSlash(chosen);
  }

  /** Files that other catalogs wrote may count in other ways: then counting starts again. */
  private static int version(String location) {
    Matcher name = VERSION.matcher(location.substring(location.lastIndexOf('/') + 1));
    return name.find() ? Integer.parseInt(name.group(1)) : -1;
  }
}
