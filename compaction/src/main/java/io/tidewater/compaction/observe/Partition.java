/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.observe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.StructLike;
import org.jspecify.annotations.Nullable;

/**
 * A partition of a table, as one of its specs makes them. Fit to be a key.
 *
 * @param specId of the spec
 * @param values one for each field of the spec, as Iceberg keeps them; null where they are
 */
public record Partition(int specId, List<@Nullable Object> values) {
  public Partition {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** The partition that a file belongs to. */
  public static Partition of(ContentFile<?> file) {
    StructLike tuple = file.partition();
    List<@Nullable Object> values = new ArrayList<>(tuple.size());
    for (int i = 0; i < tuple.size(); i++) {
      Object value = tuple.get(i, Object.class);
      values.add(value instanceof CharSequence ? value.toString() : value);
    }
    return new Partition(file.specId(), values);
  }

  PartitionSpec spec(Map<Integer, PartitionSpec> specs) {
    return Objects.requireNonNull(specs.get(specId), () -> "partition spec " + specId);
  }

  /** Such as {@code day=2026-11-21}; empty for tables without partitions. */
  public String describe(Map<Integer, PartitionSpec> specs) {
    PartitionSpec spec = spec(specs);
    PartitionData tuple = new PartitionData(spec.partitionType());
    for (int i = 0; i < values.size(); i++) {
      tuple.set(i, values.get(i));
    }
    return spec.partitionToPath(tuple);
  }
}
