/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.storage.StorePath;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A location that metadata names: its path as a fingerprint, and the store that it is in. Two paths
 * with one fingerprint would only protect a file that nobody needs.
 *
 * @param store without a path
 */
record NamedPath(Fingerprint path, StorePath store) {
  static final Buckets.Form<NamedPath> FORM =
      new Buckets.Form<>() {
        @Override
        public void write(NamedPath entry, DataOutputStream out) throws IOException {
          entry.path.write(out);
          out.writeUTF(entry.store.scheme());
          out.writeUTF(entry.store.authority());
        }

        @Override
        public NamedPath read(DataInputStream in) throws IOException {
          return new NamedPath(Fingerprint.read(in), new StorePath(in.readUTF(), in.readUTF(), ""));
        }
      };

  static NamedPath of(String location) {
    StorePath parts = StorePath.of(location);
    return new NamedPath(
        Fingerprint.of(parts.path()), new StorePath(parts.scheme(), parts.authority(), ""));
  }

  int bucket() {
    return path.bucket(Buckets.COUNT);
  }
}
