/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.pin;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A snapshot held for a job, by a tag that goes by itself if the job dies. For one thread, with a
 * handle of the table that nobody else refreshes.
 */
public final class SnapshotPin implements AutoCloseable {
  /** What the names of all pins begin with. */
  public static final String PREFIX = "tidewater-pin-";

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotPin.class);

  private final Table table;
  private final long snapshotId;
  private final String tag;
  private final InstantSource clock;

  private SnapshotPin(Table table, long snapshotId, String tag, InstantSource clock) {
    this.table = table;
    this.snapshotId = snapshotId;
    this.tag = tag;
    this.clock = clock;
  }

  /**
   * Pins a snapshot.
   *
   * @param hold for how long the pin holds if it is neither renewed nor closed
   * @throws SnapshotLostException the snapshot has expired already
   * @throws RuntimeException the catalog refused, or did not answer; a pin that is there
   *     nevertheless goes by itself
   */
  public static SnapshotPin take(
      Table table, long snapshotId, Duration hold, UUID id, InstantSource clock) {
    SnapshotPin pin = new SnapshotPin(table, snapshotId, PREFIX + id, clock);
    table.refresh();
    pin.commit(table.manageSnapshots().createTag(pin.tag, pin.existing().snapshotId()), hold);
    return pin;
  }

  /** The tag's name. */
  public String tag() {
    return tag;
  }

  public long snapshotId() {
    return snapshotId;
  }

  /** Asks the catalog whether the pin still holds. */
  public boolean isHeld() {
    table.refresh();
    return holds();
  }

  /**
   * Lets the pin hold for so long from now on.
   *
   * @throws SnapshotLostException it holds no more: somebody removed it, or it outlived its time
   */
  public void renew(Duration hold) {
    if (!isHeld()) {
      throw new SnapshotLostException(table.name(), snapshotId);
    }
    commit(table.manageSnapshots(), hold);
  }

  /** Lets the snapshot go. A pin that cannot be removed now goes by itself. */
  @Override
  public void close() {
    try {
      if (isHeld()) {
        table.manageSnapshots().removeTag(tag).commit();
      }
    } catch (RuntimeException e) {
      LOG.warn("could not remove a pin, it goes by itself table={} tag={}", table.name(), tag, e);
    }
  }

  private void commit(ManageSnapshots changes, Duration hold) {
    long committed = existing().timestampMillis();
    long age = Math.max(0, clock.millis() - committed);
    try {
      changes.setMaxRefAgeMs(tag, Math.addExact(age, hold.toMillis())).commit();
    } catch (RuntimeException e) {
      table.refresh();
      if (table.snapshot(snapshotId) == null) {
        throw new SnapshotLostException(table.name(), snapshotId);
      }
      if (!holds()) {
        throw e;
      }
      LOG.debug("the pin landed all the same table={} tag={}", table.name(), tag, e);
    }
  }

  private Snapshot existing() {
    Snapshot snapshot = table.snapshot(snapshotId);
    if (snapshot == null) {
      throw new SnapshotLostException(table.name(), snapshotId);
    }
    return snapshot;
  }

  private boolean holds() {
    SnapshotRef ref = table.refs().get(tag);
    return ref != null && ref.snapshotId() == snapshotId;
  }
}
