/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.compaction.fixture.TestTables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotPinTest {
  private static final UUID ID = new UUID(1, 2);
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;
  private TestTables tables;
  private Table table;
  private long first;

  @BeforeEach
  void twoSnapshots() {
    tables = new TestTables(folder);
    table = tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 2);
    append(1);
    first = table.currentSnapshot().snapshotId();
    append(2);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private void append(long id) {
    TestTables.append(table, List.of(TestTables.row(TestTables.SCHEMA, id, "a", 1)));
  }

  private InstantSource clock(Duration afterSnapshot) {
    long committed = table.snapshot(first).timestampMillis();
    return () -> Instant.ofEpochMilli(committed).plus(afterSnapshot);
  }

  private SnapshotPin pin(Duration age) {
    return SnapshotPin.take(tables.load("orders"), first, HOUR, ID, clock(age));
  }

  @Test
  void isATagWhoseAgeCountsFromTheSnapshot() {
    pin(Duration.ofDays(3));

    table.refresh();
    assertThat(table.refs().get("tidewater-pin-" + ID).snapshotId()).isEqualTo(first);
    assertThat(table.refs().get("tidewater-pin-" + ID).maxRefAgeMs())
        .isEqualTo(Duration.ofDays(3).plus(HOUR).toMillis());
  }

  @Test
  void holdsAgainstTheExpiryOfOthersUntilItIsClosed() {
    SnapshotPin pin = pin(Duration.ZERO);

    tables.load("orders").expireSnapshots().expireOlderThan(Long.MAX_VALUE).commit();
    assertThat(pin.isHeld()).isTrue();
    pin.close();
    tables.load("orders").expireSnapshots().expireOlderThan(Long.MAX_VALUE).commit();

    table.refresh();
    assertThat(table.snapshot(first)).isNull();
    assertThat(table.refs()).containsOnlyKeys("main");
  }

  @Test
  void isRenewed() {
    SnapshotPin pin = pin(Duration.ZERO);

    pin.renew(Duration.ofHours(5));

    table.refresh();
    assertThat(table.refs().get(pin.tag()).maxRefAgeMs()).isEqualTo(Duration.ofHours(5).toMillis());
  }

  @Test
  void saysSoWhenItWasTakenAway() {
    SnapshotPin pin = pin(Duration.ZERO);
    table.refresh();
    table.manageSnapshots().removeTag(pin.tag()).commit();

    assertThat(pin.isHeld()).isFalse();
    assertThatThrownBy(() -> pin.renew(HOUR)).isInstanceOf(SnapshotLostException.class);
    pin.close();
  }

  @Test
  void refusesASnapshotThatHasExpired() {
    InstantSource clock = clock(Duration.ZERO);
    table.expireSnapshots().expireSnapshotId(first).commit();

    assertThatThrownBy(() -> SnapshotPin.take(tables.load("orders"), first, HOUR, ID, clock))
        .isInstanceOf(SnapshotLostException.class)
        .hasMessageContaining(Long.toString(first));
  }
}
