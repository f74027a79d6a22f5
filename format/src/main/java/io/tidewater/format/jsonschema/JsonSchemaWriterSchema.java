/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import io.tidewater.format.jsonschema.shape.Shape;
import io.tidewater.format.jsonschema.shape.Shape.Part;
import io.tidewater.format.jsonschema.shape.ShapeReader;
import io.tidewater.format.payload.Once;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.UnsupportedSchemaException;
import io.tidewater.format.value.ValueVisitor;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.iceberg.types.Types.StructType;

/** A JSON Schema that records were written with. */
public final class JsonSchemaWriterSchema implements WriterSchema {
  private final ParsedSchema schema;
  private final MappingOptions options;
  private final UndeclaredMembers undeclared;
  private final Once<Resolved> resolved = new Once<>(() -> Resolved.of(this));

  /**
   * A schema of a registry.
   *
   * @throws UnknownSchemaException if it is none of JSON Schema, or no JSON
   */
  public JsonSchemaWriterSchema(RegisteredSchema schema, MappingOptions options) {
    this(schema, options, UndeclaredMembers.COLUMN);
  }

  /** As the other constructor; with a choice of what becomes of members that are not declared. */
  public JsonSchemaWriterSchema(
      RegisteredSchema schema, MappingOptions options, UndeclaredMembers undeclared) {
    this.schema = ParsedSchema.of(schema);
    this.options = Objects.requireNonNull(options, "options");
    this.undeclared = Objects.requireNonNull(undeclared, "undeclared");
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedSchemaException if no table can hold the records: the schema is none, refers
   *     to what is not there, is nested too deep, or has a member without a name
   */
  @Override
  public Incoming incoming() {
    return resolved.get().incoming;
  }

  @Override
  public boolean isRecord() {
    return isRecord(resolved.get().part.shape());
  }

  @Override
  public ValueReader compile(Alignment table, ValueVisitor receiver) {
    Resolved known = resolved.get();
    Shape shape = known.part.shape();
    StructType incoming = known.incoming.type();
    PlanCompiler compiler = new PlanCompiler(table, options, undeclared, receiver);
    if (!isRecord(shape)) {
      TokenReader single = compiler.single(shape, incoming, table.table());
      return new PayloadReader(single, single);
    }
    String absent = PlanCompiler.absent(table.table(), Set.of());
    TokenReader nothing =
        absent == null
            ? new ValueTokens.Nowhere(receiver)
            : cursor -> {
              throw cursor.mismatch("a record with the field " + absent);
            };
    return new PayloadReader(compiler.struct(shape, incoming, table.table()), nothing);
  }

  private static boolean isRecord(Shape shape) {
    return shape instanceof Shape.Members || shape instanceof Shape.Choice;
  }

  private record Resolved(Part part, Incoming incoming) {
    static Resolved of(JsonSchemaWriterSchema writer) {
      ParsedSchema schema = writer.schema;
      Part part =
          ShapeReader.read(schema.document(), schema.references(), writer.options.recursionDepth());
      ShapeTypes types = new ShapeTypes(writer.options, writer.undeclared);
      StructType type =
          isRecord(part.shape()) ? types.record(part.shape()) : types.single(VALUE_COLUMN, part);
      String name = schema.document().path("title").asText("");
      return new Resolved(part, new Incoming(type, name, OptionalInt.of(schema.id()), Map.of()));
    }
  }
}
