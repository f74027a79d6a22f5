/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import io.tidewater.catalog.metadata.StoredMetadata;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;

/**
 * How a table is told to a client: where its metadata is, the metadata, and what the client needs
 * to read and write its files. The metadata file's bytes go out as they are, since the file has the
 * protocol's own JSON.
 */
final class TableRepresentation {
  private static final byte[] NO_LOCATION = "null".getBytes(StandardCharsets.UTF_8);

  private final byte[] config;
  private final String configText;

  /**
   * @param config what every client is told with a table
   */
  TableRepresentation(Map<String, String> config) {
    this.config = Json.writeValue(config);
    this.configText = new String(this.config, StandardCharsets.UTF_8);
  }

  /** All of it, or only the snapshots that a branch or tag refers to. */
  enum Snapshots {
    ALL {
      @Override
      byte[] metadata(StoredMetadata<TableMetadata> stored) {
        return stored.json();
      }
    },
    REFS {
      @Override
      byte[] metadata(StoredMetadata<TableMetadata> stored) {
        TableMetadata referenced =
            TableMetadata.buildFrom(stored.metadata())
                .withMetadataLocation(stored.location())
                .suppressHistoricalSnapshots()
                .build();
        return TableMetadataParser.toJson(referenced).getBytes(StandardCharsets.UTF_8);
      }
    };

    abstract byte[] metadata(StoredMetadata<TableMetadata> stored);
  }

  byte[] stored(StoredMetadata<TableMetadata> stored, Snapshots snapshots) {
    return splice(Json.writeValue(stored.location()), snapshots.metadata(stored));
  }

  /** A table that is not there yet: its metadata has no location. */
  byte[] staged(TableMetadata metadata) {
    return splice(
        NO_LOCATION, TableMetadataParser.toJson(metadata).getBytes(StandardCharsets.UTF_8));
  }

  /** Differs wherever an answer about a table differs; needs only the table's pointer. */
  String etag(String metadataLocation, Snapshots snapshots) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  String.join("\n", metadataLocation, snapshots.name(), configText)
                      .getBytes(StandardCharsets.UTF_8));
      return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private byte[] splice(byte[] location, byte[] metadata) {
    ByteArrayOutputStream json =
        new ByteArrayOutputStream(metadata.length + location.length + config.length + 64);
    json.writeBytes("{\"metadata-location\":".getBytes(StandardCharsets.UTF_8));
    json.writeBytes(location);
    json.writeBytes(",\"metadata\":".getBytes(StandardCharsets.UTF_8));
    json.writeBytes(metadata);
    json.writeBytes(",\"config\":".getBytes(StandardCharsets.UTF_8));
    json.writeBytes(config);
    json.write('}');
    return json.toByteArray();
  }
}
