/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import io.tidewater.compaction.policy.Policy;
import java.time.Duration;
import java.util.Optional;

/**
 * How long snapshots, branches and tags stay where they say nothing themselves.
 *
 * @param snapshots what holds on branches that say nothing
 * @param minAge snapshots up to this age stay in any case
 * @param maxRefAge branches and tags whose snapshot is older go
 * @param watermarkMaxAge foreign watermarks older than this hold nothing
 * @param maxClockLead nothing goes if the table's last change is longer ago
 */
public record RetentionLimits(
    BranchLimits snapshots,
    Duration minAge,
    Duration maxRefAge,
    Duration watermarkMaxAge,
    Duration maxClockLead) {
  /** Longer than anybody waits, and short enough to be written down. */
  static final Duration FOR_EVER = Duration.ofDays(36_500);

  /**
   * What holds on one branch.
   *
   * @param maxAge snapshots up to this age stay
   * @param min so many of the newest stay in any case
   * @param max no more than these stay by their age; none where the owner chose the age
   */
  public record BranchLimits(Duration maxAge, long min, Optional<Long> max) {}

  /** The limits that a policy sets. */
  public static RetentionLimits of(Policy policy) {
    boolean ageChosen = isSet(policy.origin(ExpiryOptions.MAX_AGE));
    boolean maxChosen = isSet(policy.origin(ExpiryOptions.MAX_SNAPSHOTS));
    Optional<Long> max =
        ageChosen && !maxChosen
            ? Optional.empty()
            : Optional.of(policy.get(ExpiryOptions.MAX_SNAPSHOTS));
    return new RetentionLimits(
        new BranchLimits(
            policy.get(ExpiryOptions.MAX_AGE),
            Math.max(1, policy.get(ExpiryOptions.MIN_SNAPSHOTS)),
            max),
        policy.get(ExpiryOptions.MIN_AGE),
        policy.get(ExpiryOptions.MAX_REF_AGE),
        policy.get(ExpiryOptions.WATERMARK_MAX_AGE),
        policy.get(ExpiryOptions.MAX_CLOCK_LEAD));
  }

  private static boolean isSet(String origin) {
    return !origin.equals("default");
  }
}
