/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.FileIO;

/** Reads from table metadata files whose they are: not more of them than that takes. */
final class MetadataOwner {
  private static final JsonFactory JSON = new JsonFactory();

  private final FileIO storage;

  MetadataOwner(FileIO storage) {
    this.storage = storage;
  }

  /**
   * The uuid of the table that a metadata file describes; empty if it tells none, as those of
   * format version 1 may and broken ones do, or is gone.
   *
   * @throws UncheckedIOException the storage failed
   */
  Optional<String> uuid(String location) {
    try (InputStream in = open(location);
        JsonParser json = JSON.createParser(in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        if (json.currentName().equals("table-uuid")) {
          return Optional.ofNullable(json.nextTextValue());
        }
        json.nextToken();
        json.skipChildren();
      }
      return Optional.empty();
    } catch (NotFoundException | JsonProcessingException | EOFException | ZipException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream open(String location) throws IOException {
    InputStream in = storage.newInputFile(location).newStream();
    boolean compressed =
        location.endsWith(".metadata.json.gz") || location.endsWith(".gz.metadata.json");
    try {
      return compressed ? new GZIPInputStream(in) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
