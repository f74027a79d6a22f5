/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import java.time.Duration;

/** Time spans for people. */
final class Span {
  private Span() {}

  static String of(Duration span) {
    if (span.toDays() > 3650) {
      return "longer than the history of snapshots";
    }
    if (span.toHours() >= 48) {
      return span.toDays() + " days";
    }
    if (span.toMinutes() >= 120) {
      return span.toHours() + " hours";
    }
    return span.toMinutes() >= 2 ? span.toMinutes() + " minutes" : span.toSeconds() + " seconds";
  }
}
