/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.lease;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Rendezvous hashing: all who know the same members name the same owner of a table, and when a
 * member comes or goes, no table moves that need not.
 */
final class Rendezvous {
  private Rendezvous() {}

  static Optional<String> owner(String table, Collection<String> members) {
    return members.stream()
        .max(
            Comparator.<String>comparingLong(member -> weight(member, table))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** FNV-1a over both names, with a finisher that spreads near inputs apart. */
  private static long weight(String member, String table) {
    long hash = 0xcbf29ce484222325L;
    String both = member + '\u0000' + table;
    for (int i = 0; i < both.length(); i++) {
      hash = (hash ^ both.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
