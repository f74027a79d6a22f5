/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.commit;

import java.util.Optional;

/**
 * What a pipeline hands over at once.
 *
 * @param rows for the table; empty while it does not exist, for want of a good record
 * @param deadLetters the records among them that could not become rows
 */
public record Delivery(Optional<Unit> rows, Optional<DeadLetterUnit> deadLetters) {

  /** Whether it only moves offsets. */
  public boolean isEmpty() {
    return rows.map(Unit::isEmpty).orElse(true) && deadLetters.isEmpty();
  }

  /** The id of its main commit. */
  public String commitId() {
    return rows.or(() -> deadLetters.map(DeadLetterUnit::unit)).map(Unit::commitId).orElse("");
  }
}
