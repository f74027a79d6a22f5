/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.console;

import io.tidewater.compaction.policy.PolicyOption;
import java.util.List;

/** Where the service can be looked at. */
public final class ConsoleOptions {
  public static final PolicyOption<String> HOST =
      PolicyOption.text("console.host", "127.0.0.1", "The address that the console listens on.");

  public static final PolicyOption<Long> PORT =
      PolicyOption.count(
          "console.port",
          8182,
          "The port that the console listens on; 0 takes a free one, -1 has no console.");

  public static final PolicyOption<Boolean> ALLOW_REMOTE =
      PolicyOption.flag(
          "console.allow-remote",
          false,
          "Permits a `console.host` that is not loopback. There is no authentication: whoever"
              + " reaches it reads the names of tables and partitions.");

  private ConsoleOptions() {}

  /** All of them. */
  public static List<PolicyOption<?>> all() {
    return List.of(HOST, PORT, ALLOW_REMOTE);
  }
}
