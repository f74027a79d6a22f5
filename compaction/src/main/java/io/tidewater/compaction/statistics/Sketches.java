/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.statistics;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.datasketches.common.Family;
import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.theta.CompactSketch;
import org.apache.datasketches.theta.SetOperation;
import org.apache.datasketches.theta.Union;
import org.apache.datasketches.theta.UpdateSketch;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.puffin.Blob;
import org.apache.iceberg.puffin.PuffinCompressionCodec;
import org.apache.iceberg.puffin.StandardBlobTypes;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;

/** Sketches of the distinct values of some columns, in the making. */
final class Sketches {
  /** Property of a blob: the estimate, as Spark writes it and Trino reads it. */
  static final String DISTINCT_VALUES = "ndv";

  /** Property of a blob: rows removed since all files were read. */
  static final String REMOVED_ROWS = "tidewater.removed-rows";

  private final List<Column> columns = new ArrayList<>();

  /** One column, what it is merged from, and what is new. */
  private record Column(Types.NestedField field, Union known, UpdateSketch fresh) {}

  /**
   * @param schema the columns, all of them of primitive types
   */
  Sketches(Schema schema) {
    for (Types.NestedField field : schema.columns()) {
      columns.add(
          new Column(
              field,
              SetOperation.builder().buildUnion(),
              UpdateSketch.builder().setFamily(Family.ALPHA).build()));
    }
  }

  /** Takes in the sketch of a column that an earlier run made. */
  void merge(int fieldId, ByteBuffer sketch) {
    byte[] bytes = new byte[sketch.remaining()];
    sketch.duplicate().get(bytes);
    columns.stream()
        .filter(column -> column.field().fieldId() == fieldId)
        .forEach(column -> column.known().union(CompactSketch.wrap(Memory.wrap(bytes))));
  }

  /** Takes in a row, of the columns in their order, with values as Iceberg has them inside. */
  void add(StructLike row) {
    for (int i = 0; i < columns.size(); i++) {
      Object value = row.get(i, Object.class);
      if (value != null) {
        Column column = columns.get(i);
        column.fresh().update(Conversions.toByteBuffer(column.field().type(), value));
      }
    }
  }

  /** The sketches, to be written for a snapshot. */
  List<Blob> blobs(Snapshot snapshot, long removedRows) {
    return columns.stream().map(column -> blob(column, snapshot, removedRows)).toList();
  }

  private static Blob blob(Column column, Snapshot snapshot, long removedRows) {
    column.known().union(column.fresh());
    CompactSketch all = column.known().getResult();
    return new Blob(
        StandardBlobTypes.APACHE_DATASKETCHES_THETA_V1,
        List.of(column.field().fieldId()),
        snapshot.snapshotId(),
        snapshot.sequenceNumber(),
        ByteBuffer.wrap(all.toByteArray()),
        PuffinCompressionCodec.ZSTD,
        Map.of(
            DISTINCT_VALUES,
            Long.toString((long) all.getEstimate()),
            REMOVED_ROWS,
            Long.toString(removedRows)));
  }
}
