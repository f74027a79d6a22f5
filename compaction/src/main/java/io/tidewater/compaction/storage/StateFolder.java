/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.storage;

import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;

/**
 * The folder in which maintenance keeps notes of its own about a table, for all services that look
 * after it: {@code tidewater} in the table's metadata folder. No orphan removal of ours looks into
 * it; that of others deletes notes that have grown old, which costs time and never data.
 */
public final class StateFolder {
  private static final String NAME = "tidewater";

  private StateFolder() {}

  /** The folder of one kind of notes, with a slash at its end. */
  public static String of(Table table, String kind) {
    return of(table) + kind + "/";
  }

  /** The folder of all notes, with a slash at its end. */
  public static String of(Table table) {
    return metadata(table) + "/" + NAME + "/";
  }

  /** The table's metadata folder, without a slash at its end. */
  public static String metadata(Table table) {
    String metadata = table.properties().get(TableProperties.WRITE_METADATA_LOCATION);
    return metadata == null ? trimmed(table.location()) + "/metadata" : trimmed(metadata);
  }

  private static String trimmed(String location) {
    return location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
  }
}
