/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A file as a listing of the storage told of it.
 *
 * @param size in bytes
 * @param modified when it was written, in milliseconds since the epoch, by the storage's clock
 */
record ListedFile(String location, long size, long modified) {
  static final Buckets.Form<ListedFile> FORM =
      new Buckets.Form<>() {
        @Override
        public void write(ListedFile entry, DataOutputStream out) throws IOException {
          entry.write(out);
        }

        @Override
        public ListedFile read(DataInputStream in) throws IOException {
          return ListedFile.read(in);
        }
      };

  /** By path: the same for a file and its checksum. */
  int bucket() {
    return owner().bucket(Buckets.COUNT);
  }

  /** The path of the file, or of the one whose checksum it is. */
  Fingerprint owner() {
    return NamedPath.of(HiddenNames.owner(location)).path();
  }

  /** The file as it is now: another if it was written anew. */
  Fingerprint identity() {
    return Fingerprint.of(location + '\n' + size + '\n' + modified);
  }

  void write(DataOutputStream out) throws IOException {
    byte[] text = location.getBytes(StandardCharsets.UTF_8);
    out.writeInt(text.length);
    out.write(text);
    out.writeLong(size);
    out.writeLong(modified);
  }

  static ListedFile read(DataInputStream in) throws IOException {
    String location = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    return new ListedFile(location, in.readLong(), in.readLong());
  }
}
