/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * How far a column has been filled, as a table property remembers it by the column's id.
 *
 * @param sequenceNumber in files of this data sequence number and older ones nothing is left
 * @param snapshotId the snapshot in which that is so
 */
record MergedThrough(long sequenceNumber, long snapshotId) {
  /** Nothing is known. */
  static final MergedThrough NOTHING = new MergedThrough(-1, -1);

  /** The table property: {@code column:sequence:snapshot}, with commas between. */
  static final String PROPERTY = "tidewater.merged-columns";

  /** What holds on a head: a table that was rolled back has lost what was filled since. */
  static MergedThrough of(Table table, int column, Snapshot head) {
    return Optional.ofNullable(all(table).get(column))
        .filter(
            through ->
                table.snapshot(through.snapshotId()) == null
                    || SnapshotUtil.isAncestorOf(
                        head.snapshotId(), through.snapshotId(), table::snapshot))
        .orElse(NOTHING);
  }

  /** The property's text with what holds for one column now. */
  String with(Table table, int column) {
    TreeMap<Integer, MergedThrough> all = all(table);
    all.put(column, this);
    return all.entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + ":"
                    + entry.getValue().sequenceNumber
                    + ":"
                    + entry.getValue().snapshotId)
        .collect(Collectors.joining(","));
  }

  /** Forgets what nobody can read: it only costs another look at the files. */
  private static TreeMap<Integer, MergedThrough> all(Table table) {
    TreeMap<Integer, MergedThrough> all = new TreeMap<>();
    Arrays.stream(table.properties().getOrDefault(PROPERTY, "").split(",", -1))
        .map(entry -> entry.split(":", -1))
        .filter(parts -> Arrays.stream(parts).allMatch(part -> part.matches("[0-9]{1,19}")))
        .filter(parts -> parts.length == 3)
        .forEach(
            parts ->
                all.put(
                    Integer.valueOf(parts[0]),
                    new MergedThrough(Long.parseLong(parts[1]), Long.parseLong(parts[2]))));
    return all;
  }
}
