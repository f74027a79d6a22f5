/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.commit;

import java.util.Optional;
import org.apache.iceberg.Table;

/**
 * Makes the committers of a task's tables.
 *
 * @param patience waits before the next of several attempts
 */
public record Committers(SourceGuard guard, Patience patience) {

  /**
   * @param table a handle that nobody else refreshes or commits with
   * @param soleTopic the topic that feeds the table, if it is only one
   */
  public Committer of(Table table, String branch, Optional<String> soleTopic) {
    return new Committer(table, branch, soleTopic, guard, patience);
  }
}
