/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import io.tidewater.compaction.policy.PolicyOption;
import java.util.List;

/** What a policy can say about erasing all that is stored of some keys. */
public final class EraseOptions {
  public static final PolicyOption<Boolean> ENABLED =
      PolicyOption.flag(
          "erase.enabled",
          false,
          "Whether requests to erase keys are carried out for the table. They rewrite data files"
              + " and take away time travel to snapshots that hold the keys.");
  public static final PolicyOption<Long> ROUNDS =
      PolicyOption.count(
          "erase.rounds",
          10,
          "How often a table is looked through again when a writer commits rows of the keys while"
              + " they are erased, before the request is left for later.");
  public static final PolicyOption<String> DEAD_LETTER_SUFFIX =
      PolicyOption.text(
          "erase.dead-letters.table-suffix",
          "__dead_letters",
          "What the name of a dead-letter table has more than that of its table, as the connector's"
              + " tidewater.dead-letters.table-suffix says.");

  private EraseOptions() {}

  /** All of them. */
  public static List<PolicyOption<?>> all() {
    return List.of(ENABLED, ROUNDS, DEAD_LETTER_SUFFIX);
  }
}
