/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.manifests;

import io.tidewater.compaction.manifests.ManifestShape.Group;
import io.tidewater.compaction.manifests.ManifestShape.Range;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFile.PartitionFieldSummary;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Comparators;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;
import org.jspecify.annotations.Nullable;

/** Reads the shapes of a snapshot's manifests from its manifest list. */
final class ManifestShapes {
  private final Table table;
  private final Instant now;

  ManifestShapes(Table table, Instant now) {
    this.table = table;
    this.now = now;
  }

  Map<Group, List<ManifestShape>> of(List<ManifestFile> manifests) {
    Map<Group, List<ManifestFile>> groups =
        manifests.stream()
            .collect(
                Collectors.groupingBy(
                    manifest -> new Group(manifest.content(), manifest.partitionSpecId()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<Group, List<ManifestShape>> shapes = new LinkedHashMap<>();
    groups.forEach((group, members) -> shapes.put(group, shapes(group, members)));
    return shapes;
  }

  private List<ManifestShape> shapes(Group group, List<ManifestFile> manifests) {
    @Nullable PartitionSpec spec = table.specs().get(group.specId());
    if (spec == null || spec.isUnpartitioned()) {
      return manifests.stream().map(each -> shape(group, each, Range.NONE)).toList();
    }
    Type type = spec.partitionType().fields().get(0).type();
    Comparator<Object> order = Comparators.forType(type.asPrimitiveType());
    NavigableSet<Object> bounds = new TreeSet<>(order);
    manifests.forEach(manifest -> bounds.addAll(bounds(manifest, type)));
    Map<Object, Integer> ranks = new TreeMap<>(order);
    bounds.forEach(bound -> ranks.put(bound, ranks.size()));
    return manifests.stream()
        .map(manifest -> shape(group, manifest, range(bounds(manifest, type), ranks)))
        .toList();
  }

  private static Range range(List<Object> bounds, Map<Object, Integer> ranks) {
    return bounds.isEmpty()
        ? Range.NONE
        : new Range(ranks.getOrDefault(bounds.get(0), 0), ranks.getOrDefault(bounds.get(1), 0));
  }

  private static List<Object> bounds(ManifestFile manifest, Type type) {
    List<PartitionFieldSummary> fields = manifest.partitions();
    if (fields == null || fields.isEmpty()) {
      return List.of();
    }
    ByteBuffer lower = fields.get(0).lowerBound();
    ByteBuffer upper = fields.get(0).upperBound();
    return lower == null || upper == null
        ? List.of()
        : List.of(Conversions.fromByteBuffer(type, lower), Conversions.fromByteBuffer(type, upper));
  }

  private ManifestShape shape(Group group, ManifestFile manifest, Range range) {
    return new ManifestShape(
        manifest.path(), group, manifest.length(), files(manifest), age(manifest), range);
  }

  private Duration age(ManifestFile manifest) {
    Long writer = manifest.snapshotId();
    @Nullable Snapshot snapshot = writer == null ? null : table.snapshot(writer);
    return snapshot == null
        ? Duration.ofDays(3_650)
        : Duration.between(Instant.ofEpochMilli(snapshot.timestampMillis()), now);
  }

  private static long files(ManifestFile manifest) {
    return count(manifest.addedFilesCount()) + count(manifest.existingFilesCount());
  }

  private static long count(@Nullable Integer files) {
    return files == null ? 0 : files;
  }
}
