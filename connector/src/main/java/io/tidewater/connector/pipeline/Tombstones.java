/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.config.TombstonePolicy;
import io.tidewater.connector.reject.Misfit;
import java.util.Optional;

/** What becomes of records without a value, where they do not become rows. */
final class Tombstones {
  private Tombstones() {}

  /** Why a tombstone is rejected; empty if the table takes it. */
  static Optional<Misfit> objection(TombstonePolicy policy) {
    return policy == TombstonePolicy.DEAD_LETTER || policy == TombstonePolicy.FAIL
        ? Optional.of(misfit("the record has no value, and tidewater.tombstones refuses those"))
        : Optional.empty();
  }

  static Misfit misfit(String reason) {
    return new Misfit(Misfit.Type.TOMBSTONE, reason, null);
  }
}
