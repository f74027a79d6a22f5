/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.deadletter;

import io.tidewater.connector.commit.Changes;
import io.tidewater.connector.commit.Committer;
import io.tidewater.connector.commit.DeadLetterUnit;
import io.tidewater.connector.commit.Unit;
import io.tidewater.format.ledger.Claim;
import io.tidewater.format.ledger.ClaimedRange;
import io.tidewater.format.ledger.SourcePartition;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jspecify.annotations.Nullable;

/** The dead letters of one table that are not handed to a commit yet. For the task's thread. */
public final class DeadLetters {
  private final TableIdentifier identifier;
  private final String branch;
  private final DeadLetterTables tables;
  private final Map<SourcePartition, DeadLetterLane> lanes = new HashMap<>();
  private @Nullable OpenDeadLetters open;

  /**
   * @param identifier the dead-letter table
   * @param branch the branch that is committed to, as in the main table
   */
  public DeadLetters(TableIdentifier identifier, String branch, DeadLetterTables tables) {
    this.identifier = identifier;
    this.branch = branch;
    this.tables = tables;
  }

  /** Begins with partitions, and uses the table that was found, unless one is open already. */
  public void begin(DeadLetterStart start, Collection<SourcePartition> sources) {
    if (open == null && start.table().isPresent()) {
      open = tables.open(start.table().get(), branch);
    }
    sources.forEach(
        source -> {
          DeadLetterLane lane = start.lanes().get(source);
          if (lane != null) {
            lanes.put(source, lane);
          }
        });
  }

  /**
   * Writes a dead letter, and creates the table for the first one.
   *
   * @return false if it is in the table already
   * @throws RuntimeException the catalog or the storage failed: nothing staged can be relied on
   */
  public boolean write(SourcePartition source, long offset, DeadLetter letter) {
    DeadLetterLane lane = lanes.get(source);
    if (lane == null) {
      throw new IllegalStateException(
          "it is not known which dead letters of " + source + " are in " + identifier);
    }
    if (lane.has(offset)) {
      return false;
    }
    if (open == null) {
      open = tables.open(tables.create(identifier, branch), branch);
    }
    open.write(letter);
    lane.took(offset);
    return true;
  }

  /** The bytes of all files, roughly. */
  public long bytes() {
    return open == null ? 0 : open.files().bytes();
  }

  public Optional<Committer> committer() {
    return Optional.ofNullable(open).map(OpenDeadLetters::committer);
  }

  /** Closes the files and makes a unit of the dead letters that were written; empty without any. */
  public Optional<DeadLetterUnit> close(String commitId) {
    OpenDeadLetters table = open;
    SortedMap<SourcePartition, ClaimedRange> ranges = new TreeMap<>();
    Map<SourcePartition, NavigableSet<Long>> late = new TreeMap<>();
    lanes.forEach(
        (source, lane) -> {
          if (lane.hasUnclaimed()) {
            if (!lane.late().isEmpty()) {
              late.put(source, lane.late());
            }
            ranges.put(source, lane.claim());
          }
        });
    if (table == null || ranges.isEmpty()) {
      return Optional.empty();
    }
    Changes changes = new Changes(table.files().close(), List.of());
    Unit unit = new Unit(commitId, new Claim(table.uuid(), ranges), changes, Map.of(), 0);
    return Optional.of(new DeadLetterUnit(unit, late));
  }

  /** Forgets partitions. */
  public void end(Collection<SourcePartition> sources) {
    lanes.keySet().removeAll(sources);
  }

  /** Gives up everything: the files, the lanes, and the table as it was loaded. */
  public void drop() {
    if (open != null) {
      open.files().abandon();
      open = null;
    }
    lanes.clear();
  }
}
