/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.storage.SameStore;
import io.tidewater.compaction.storage.StorePath;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Judges all files of a listing by what metadata names and what the list holds, one bucket after
 * the other: only the fingerprints of one bucket are in memory at a time.
 */
final class Difference {
  private final Buckets<ListedFile> listing;
  private final Buckets<NamedPath> named;
  private final Buckets<Fingerprint> quarantined;

  /**
   * @param listing by the path of the file
   * @param named by its path
   * @param quarantined identities of files that have been on the list for long enough, by the path
   *     of the file
   */
  Difference(
      Buckets<ListedFile> listing, Buckets<NamedPath> named, Buckets<Fingerprint> quarantined) {
    this.listing = listing;
    this.named = named;
    this.quarantined = quarantined;
  }

  /** Is told of judgements. */
  interface Court {
    void judged(int bucket, ListedFile file, Verdict verdict);
  }

  /** Judges all. */
  void judge(SameStore stores, Instant youngest, Court court) {
    Map<StorePath, Set<StorePath>> single = new HashMap<>();
    for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
      int current = bucket;
      Map<Fingerprint, Set<StorePath>> names = new HashMap<>();
      named.forEach(
          bucket,
          entry ->
              names.merge(
                  entry.path(), single.computeIfAbsent(entry.store(), Set::of), Difference::union));
      Set<Fingerprint> waited = new HashSet<>();
      quarantined.forEach(bucket, waited::add);
      listing.forEach(
          bucket,
          file ->
              court.judged(
                  current,
                  file,
                  Verdict.of(
                      file,
                      names.getOrDefault(file.owner(), Set.of()),
                      stores,
                      youngest,
                      waited.contains(file.identity()))));
    }
  }

  private static Set<StorePath> union(Set<StorePath> some, Set<StorePath> others) {
    if (some.containsAll(others)) {
      return some;
    }
    Set<StorePath> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
