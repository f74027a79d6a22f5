/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.SnapshotRef;
import org.jspecify.annotations.Nullable;

/**
 * All snapshots that a table has, and what points to them.
 *
 * @param snapshots by id
 * @param refs branches and tags by name; what they say of retention is heeded
 * @param ledgerProperties the snapshot that each branch's ledger property was written with
 * @param changed when the table was last changed, by the clock of whoever did
 */
public record History(
    Map<Long, Known> snapshots,
    Map<String, SnapshotRef> refs,
    Map<String, Long> ledgerProperties,
    Instant changed) {
  public History {
    snapshots = Map.copyOf(snapshots);
    refs = Map.copyOf(refs);
    ledgerProperties = Map.copyOf(ledgerProperties);
  }

  /**
   * A snapshot.
   *
   * @param parent absent for the first; may be one that has expired
   * @param committed by the clock of its writer
   * @param carriesLedger whether its summary holds an offset ledger
   * @param watermarks what in its summary tells foreign writers where they stopped; equal texts are
   *     of the same writer
   */
  public record Known(
      long id,
      Optional<Long> parent,
      Instant committed,
      boolean carriesLedger,
      Set<String> watermarks) {
    public Known {
      watermarks = Set.copyOf(watermarks);
    }
  }

  /** The snapshots from one back to the oldest that is still reached from it. */
  List<Known> ancestors(long from) {
    List<Known> ancestors = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    @Nullable Known next = snapshots.get(from);
    while (next != null && seen.add(next.id())) {
      ancestors.add(next);
      next = next.parent().map(snapshots::get).orElse(null);
    }
    return ancestors;
  }
}
