/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.storage.SameStore;
import io.tidewater.compaction.storage.StorePath;
import java.time.Instant;
import java.util.Set;

/** What is to become of a file that was listed. */
enum Verdict {
  /** Metadata names it. */
  LIVE,
  /** Metadata names its path, in what may be another store or the same by another name. */
  NAMED_ELSEWHERE,
  /** It is too young to tell. */
  YOUNG,
  /** Nobody names it; from now on it is on the list. */
  SUSPECT,
  /** It has been on the list for long enough, and nobody names it still. */
  CONDEMNED;

  /**
   * Judges a file.
   *
   * @param namedIn the stores in which metadata names a file of its path
   * @param youngest files from then on are too young
   * @param listed whether it has been on the list for long enough, as it is now
   */
  static Verdict of(
      ListedFile file, Set<StorePath> namedIn, SameStore stores, Instant youngest, boolean listed) {
    if (!namedIn.isEmpty()) {
      StorePath store = StorePath.of(file.location());
      return namedIn.stream().anyMatch(named -> stores.agree(named, store))
          ? LIVE
          : NAMED_ELSEWHERE;
    }
    if (file.modified() >= youngest.toEpochMilli()) {
      return YOUNG;
    }
    return listed ? CONDEMNED : SUSPECT;
  }
}
