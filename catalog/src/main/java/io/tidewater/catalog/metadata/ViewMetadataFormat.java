/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.metadata;

import java.util.Map;
import org.apache.iceberg.view.ViewMetadata;
import org.apache.iceberg.view.ViewMetadataParser;
import org.apache.iceberg.view.ViewProperties;

/** Metadata files of views. */
public final class ViewMetadataFormat implements MetadataFormat<ViewMetadata> {
  @Override
  public ViewMetadata parse(String location, String json) {
    return ViewMetadataParser.fromJson(location, json);
  }

  @Override
  public String toJson(ViewMetadata metadata) {
    return ViewMetadataParser.toJson(metadata);
  }

  @Override
  public ViewMetadata at(String location, ViewMetadata metadata) {
    return ViewMetadata.buildFrom(metadata).setMetadataLocation(location).build();
  }

  @Override
  public String baseLocation(ViewMetadata metadata) {
    return metadata.location();
  }

  @Override
  public Map<String, String> properties(ViewMetadata metadata) {
    return metadata.properties();
  }

  @Override
  public String compressionProperty() {
    return ViewProperties.METADATA_COMPRESSION;
  }

  @Override
  public String defaultCompression() {
    return ViewProperties.METADATA_COMPRESSION_DEFAULT;
  }
}
