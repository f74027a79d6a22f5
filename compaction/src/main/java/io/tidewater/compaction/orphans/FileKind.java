/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import java.util.Locale;

/** What a file is, as its name tells. For reports: nothing is decided by it. */
enum FileKind {
  DATA,
  MANIFEST,
  MANIFEST_LIST,
  METADATA,
  PUFFIN,
  CHECKSUM,
  OTHER;

  static FileKind of(String location) {
    String name = location.substring(location.lastIndexOf('/') + 1);
    if (name.endsWith(".crc")) {
      return CHECKSUM;
    }
    if (isTableMetadata(name)) {
      return METADATA;
    }
    if (name.endsWith(".puffin") || name.endsWith(".stats")) {
      return PUFFIN;
    }
    if (name.endsWith(".avro") && location.contains("/metadata/")) {
      return name.startsWith("snap-") ? MANIFEST_LIST : MANIFEST;
    }
    return name.endsWith(".parquet") || name.endsWith(".avro") || name.endsWith(".orc")
        ? DATA
        : OTHER;
  }

  /** Whether a file of some name is the metadata of a table, plain or compressed. */
  static boolean isTableMetadata(String name) {
    return name.endsWith(".metadata.json")
        || name.endsWith(".metadata.json.gz")
        || name.endsWith(".gz.metadata.json");
  }

  String plural() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ') + " files";
  }
}
