/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.metadata;

import java.util.Map;

/** What reading and writing needs to know of a kind of metadata. */
public interface MetadataFormat<M> {
  /** Parses the content of a metadata file. */
  M parse(String location, String json);

  String toJson(M metadata);

  /** The same metadata, without a list of changes, knowing the file that it is written to. */
  M at(String location, M metadata);

  /** Where the table or view is, without a trailing slash. */
  String baseLocation(M metadata);

  Map<String, String> properties(M metadata);

  /** The property that names the compression of metadata files. */
  String compressionProperty();

  /** The compression of metadata files where the property is not set. */
  String defaultCompression();
}
