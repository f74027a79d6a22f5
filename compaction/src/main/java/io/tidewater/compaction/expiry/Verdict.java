/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which snapshots go, and why each other stays.
 *
 * @param expired those that go, the oldest first
 * @param refs branches and tags that go
 * @param kept why each that stays does
 * @param overdue for how long the one that is longest overdue could have gone
 * @param refusal why nothing goes, where something is wrong
 */
public record Verdict(
    List<Long> expired,
    Set<String> refs,
    Map<Long, Stay> kept,
    Duration overdue,
    Optional<String> refusal) {
  public Verdict {
    expired = List.copyOf(expired);
    refs = Set.copyOf(refs);
    kept = Map.copyOf(kept);
  }

  /** Why a snapshot stays. */
  public enum Reason {
    /** A branch or tag points to it. */
    REFERENCED,
    /** It is younger than any that may go. */
    TOO_YOUNG,
    /** It is younger than the branch keeps them. */
    WITHIN_AGE,
    /** It is one of the newest, of which so many stay. */
    WITHIN_COUNT,
    /** It leads to, or is, the nearest carrier of an offset ledger. */
    LEDGER,
    /** It leads to, or is, the newest carrier of a foreign watermark. */
    WATERMARK,
    /** No branch reaches it, and it is young: staged, or rolled back. */
    UNREFERENCED,
    /** The ledger property was written with it, and would be misread without it. */
    LEDGER_PROPERTY
  }

  /**
   * Why a snapshot stays.
   *
   * @param ref the branch or tag that keeps it, empty if none does
   */
  public record Stay(Reason reason, String ref) {}

  boolean isEmpty() {
    return expired.isEmpty() && refs.isEmpty();
  }

  /** How many stay for what reason, such as {@code 5 within_age, 1 referenced}. */
  String reasons() {
    Map<Reason, Long> counts =
        kept.values().stream()
            .collect(Collectors.groupingBy(Stay::reason, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + word(entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String word(Reason reason) {
    return switch (reason) {
      case REFERENCED -> "pointed to by branches or tags";
      case TOO_YOUNG -> "too young in any case";
      case WITHIN_AGE -> "within the age kept";
      case WITHIN_COUNT -> "among the newest kept";
      case LEDGER -> "up to an offset ledger";
      case WATERMARK -> "up to another writer's watermark";
      case UNREFERENCED -> "young, on no branch";
      case LEDGER_PROPERTY -> "needed to read the ledger property";
    };
  }
}
