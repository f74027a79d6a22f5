/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.datasketches.hash.MurmurHash3;

/** 128 bits that stand for a text, so that sets of many million texts fit in memory in parts. */
record Fingerprint(long high, long low) {
  static final Buckets.Form<Fingerprint> FORM =
      new Buckets.Form<>() {
        @Override
        public void write(Fingerprint entry, DataOutputStream out) throws IOException {
          entry.write(out);
        }

        @Override
        public Fingerprint read(DataInputStream in) throws IOException {
          return Fingerprint.read(in);
        }
      };

  private static final long SEED = 0x7469646577617465L;

  static Fingerprint of(String text) {
    long[] hash = MurmurHash3.hash(text.getBytes(StandardCharsets.UTF_8), SEED);
    return new Fingerprint(hash[0], hash[1]);
  }

  /** A number from 0 below some other. */
  int bucket(int buckets) {
    return (int) Long.remainderUnsigned(high, buckets);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(high);
    out.writeLong(low);
  }

  static Fingerprint read(DataInputStream in) throws IOException {
    return new Fingerprint(in.readLong(), in.readLong());
  }
}
