/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.task;

import io.tidewater.compaction.policy.PolicyOption;
import java.util.List;

/** One kind of maintenance. Implementations hold no state of tables, and are thread-safe. */
public interface Maintenance {
  TaskKind kind();

  /** The options that it heeds. */
  List<PolicyOption<?>> options();

  /**
   * Finds out what is worth doing. Reads metadata only, and changes nothing, so it serves as a dry
   * run too.
   *
   * @throws RuntimeException the table could not be read; the message says why
   */
  Assessment assess(TableView view);
}
