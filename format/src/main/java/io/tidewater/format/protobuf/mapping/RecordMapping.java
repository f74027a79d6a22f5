/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.protobuf.mapping.Shape.StructShape;
import io.tidewater.format.protobuf.plan.MessageDecoder;
import io.tidewater.format.protobuf.type.MessageType;
import io.tidewater.format.protobuf.type.ProtoSchema;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.FieldOrigin;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.ValueVisitor;
import java.util.Map;
import org.apache.iceberg.types.Types.StructType;

/** A message as the records of a topic. Immutable. */
public final class RecordMapping {
  private final ProtoSchema schema;
  private final MappingOptions options;
  private final StructShape shape;
  private final StructType type;
  private final Map<Integer, FieldOrigin> origins;

  /**
   * Maps a message.
   *
   * @throws io.tidewater.format.schema.UnsupportedSchemaException if no table can hold it
   */
  public RecordMapping(ProtoSchema schema, MessageType message, MappingOptions options) {
    this.schema = schema;
    this.options = options;
    Shapes shapes = new Shapes(schema, options);
    this.shape = shapes.struct(message, "");
    this.type = shape.type();
    this.origins = shapes.origins();
  }

  /** The columns that the records need. */
  public StructType type() {
    return type;
  }

  /** By the ids of the columns, the numbers of their fields. */
  public Map<Integer, FieldOrigin> origins() {
    return origins;
  }

  /** Compiles a plan that reads the records into a table. */
  public MessageDecoder compile(Alignment table, ValueVisitor receiver) {
    return new PlanCompiler(table::column, new ColumnDocuments(schema, options))
        .struct(shape, table.table(), receiver);
  }
}
