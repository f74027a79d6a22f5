/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.task;

/**
 * A decision and its reason, for people who ask why something was or was not done.
 *
 * @param scope a partition such as {@code day=2026-11-21}, or {@link #WHOLE_TABLE}
 * @param reason a sentence with the numbers that decided it
 */
public record Finding(String scope, Decision decision, String reason) {
  /** The scope that is no single partition. */
  public static final String WHOLE_TABLE = "table";

  /** What was decided. */
  public enum Decision {
    /** It is worth doing now. */
    DO,
    /** It is not worth doing, or switched off. */
    SKIP,
    /** It will be worth doing, but something has to pass first. */
    WAIT,
    /** Only a person can decide it. */
    NEEDS_PERSON
  }

  public static Finding planned(String scope, String reason) {
    return new Finding(scope, Decision.DO, reason);
  }

  public static Finding skipped(String scope, String reason) {
    return new Finding(scope, Decision.SKIP, reason);
  }

  public static Finding waiting(String scope, String reason) {
    return new Finding(scope, Decision.WAIT, reason);
  }

  public static Finding needsPerson(String scope, String reason) {
    return new Finding(scope, Decision.NEEDS_PERSON, reason);
  }
}
