/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.metadata;

import java.util.Map;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.TableProperties;

/** Metadata files of tables. */
public final class TableMetadataFormat implements MetadataFormat<TableMetadata> {
  @Override
  public TableMetadata parse(String location, String json) {
    return TableMetadataParser.fromJson(location, json);
  }

  @Override
  public String toJson(TableMetadata metadata) {
    return TableMetadataParser.toJson(metadata);
  }

  @Override
  public TableMetadata at(String location, TableMetadata metadata) {
    return TableMetadata.buildFrom(metadata)
        .withMetadataLocation(location)
        .discardChanges()
        .build();
  }

  @Override
  public String baseLocation(TableMetadata metadata) {
    return metadata.location();
  }

  @Override
  public Map<String, String> properties(TableMetadata metadata) {
    return metadata.properties();
  }

  @Override
  public String compressionProperty() {
    return TableProperties.METADATA_COMPRESSION;
  }

  @Override
  public String defaultCompression() {
    return TableProperties.METADATA_COMPRESSION_DEFAULT;
  }
}
