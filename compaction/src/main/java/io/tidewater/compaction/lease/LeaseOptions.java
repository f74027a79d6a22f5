/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.lease;

import io.tidewater.compaction.policy.PolicyOption;
import java.time.Duration;
import java.util.List;

/** How processes share tables. */
public final class LeaseOptions {
  public static final PolicyOption<Boolean> SHARED =
      PolicyOption.flag(
          "lease.enabled",
          true,
          "Whether the process shares the tables with others that run on the same catalog. If not,"
              + " it looks after all of them, which is safe, but wastes work beside another.");

  public static final PolicyOption<String> NAMESPACE =
      PolicyOption.text(
          "lease.namespace",
          "tidewater_compaction",
          "The namespace in whose properties the processes meet; created if it is missing. Where"
              + " the catalog keeps no properties of namespaces, its table `leases` serves.");

  public static final PolicyOption<Duration> HEARTBEAT =
      PolicyOption.duration(
          "lease.heartbeat",
          Duration.ofSeconds(15),
          "How often a process shows that it lives, and looks who else does.");

  public static final PolicyOption<Duration> TIMEOUT =
      PolicyOption.duration(
          "lease.timeout",
          Duration.ofSeconds(60),
          "After how long without a sign of life the tables of a process pass to the others.");

  private LeaseOptions() {}

  /** All of them. */
  public static List<PolicyOption<?>> all() {
    return List.of(SHARED, NAMESPACE, HEARTBEAT, TIMEOUT);
  }
}
