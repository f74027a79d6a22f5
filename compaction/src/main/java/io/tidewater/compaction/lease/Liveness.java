/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.lease;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is alive, as one member sees it: whose sign has changed within the timeout, by the member's
 * own monotonic clock. Who is seen for the first time gets the benefit of the doubt.
 *
 * <p>Not thread-safe.
 */
final class Liveness {
  private final Duration timeout;
  private final Map<String, Seen> seen = new HashMap<>();

  Liveness(Duration timeout) {
    this.timeout = timeout;
  }

  private record Seen(String sign, long changedNanos) {}

  /** Takes note of the signs on the board. */
  void observe(Map<String, String> signs, long nanos) {
    seen.keySet().retainAll(signs.keySet());
    signs.forEach(
        (member, sign) ->
            seen.merge(
                member,
                new Seen(sign, nanos),
                (old, fresh) -> old.sign().equals(sign) ? old : fresh));
  }

  /** The members that live. */
  Set<String> alive(long nanos) {
    return membersOlderThan(nanos, timeout, false);
  }

  /** The members that have been dead for so long that their signs can be swept away. */
  Set<String> longDead(long nanos) {
    return membersOlderThan(nanos, timeout.multipliedBy(10), true);
  }

  private Set<String> membersOlderThan(long nanos, Duration age, boolean older) {
    Set<String> members = new TreeSet<>();
    seen.forEach(
        (member, last) -> {
          if (nanos - last.changedNanos() > age.toNanos() == older) {
            members.add(member);
          }
        });
    return members;
  }
}
