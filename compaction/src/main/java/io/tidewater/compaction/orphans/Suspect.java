/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A file that nobody names and that is old enough.
 *
 * @param condemned whether it is to be deleted now
 */
record Suspect(ListedFile file, boolean condemned) {
  static final Buckets.Form<Suspect> FORM =
      new Buckets.Form<>() {
        @Override
        public void write(Suspect entry, DataOutputStream out) throws IOException {
          entry.file.write(out);
          out.writeBoolean(entry.condemned);
        }

        @Override
        public Suspect read(DataInputStream in) throws IOException {
          return new Suspect(ListedFile.read(in), in.readBoolean());
        }
      };
}
