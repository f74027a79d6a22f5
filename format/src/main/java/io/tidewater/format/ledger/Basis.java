/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import java.util.Objects;

/** What a claimed range builds on: the state of the ledger for which its records were consumed. */
public sealed interface Basis {
  /** The ledger knew the partition; the range goes on where it ended. */
  Basis CONTINUES = new Continues();

  /** The ledger did not know the partition; the range is its first. */
  Basis FIRST = new First();

  /** The ledger knew an earlier topic of that name, which the operator allowed to succeed. */
  static Basis succeeds(TopicId predecessor) {
    return new Succeeds(predecessor);
  }

  record Continues() implements Basis {}

  record First() implements Basis {}

  /**
   * @param predecessor id of the deleted topic whose offsets the ledger held
   */
  record Succeeds(TopicId predecessor) implements Basis {
    public Succeeds {
      Objects.requireNonNull(predecessor, "predecessor");
    }
  }
}
