/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.live;

import io.tidewater.compaction.task.Finding;
import java.util.Map;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.util.StructLikeWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Where equality deletes apply: to one partition of one spec, or, where their spec is
 * unpartitioned, to all data files of all specs.
 */
public record Scope(int specId, @Nullable StructLikeWrapper partition) {
  /** The whole table. */
  public static final Scope EVERYWHERE = new Scope(-1, null);

  /** Where an equality delete applies. */
  public static Scope ofEqualityDelete(Map<Integer, PartitionSpec> specs, DeleteFile delete) {
    return spec(specs, delete).isUnpartitioned() ? EVERYWHERE : partitionOf(specs, delete);
  }

  /** The partition that a file lies in. */
  public static Scope partitionOf(Map<Integer, PartitionSpec> specs, ContentFile<?> file) {
    return new Scope(
        file.specId(),
        StructLikeWrapper.forType(spec(specs, file).partitionType()).set(file.partition()));
  }

  private static PartitionSpec spec(Map<Integer, PartitionSpec> specs, ContentFile<?> file) {
    PartitionSpec spec = specs.get(file.specId());
    if (spec == null) {
      throw new IllegalStateException(
          file.location() + " is of the unknown partition spec " + file.specId());
    }
    return spec;
  }

  /** For people: a partition such as {@code day=2026-11-21}. */
  public String name(Map<Integer, PartitionSpec> specs) {
    PartitionSpec spec = specs.get(specId);
    return partition == null || spec == null || spec.isUnpartitioned()
        ? Finding.WHOLE_TABLE
        : spec.partitionToPath(partition.get());
  }
}
