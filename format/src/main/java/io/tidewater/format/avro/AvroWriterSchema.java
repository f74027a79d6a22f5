/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.payload.Once;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.ValueVisitor;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/** An Avro schema that records were written with. Thread-safe. */
public final class AvroWriterSchema implements WriterSchema {
  private final Schema schema;
  private final int id;
  private final MappingOptions options;
  private final Once<Shaped> shaped = new Once<>(this::shape);

  /**
   * @param registered the schema as its registry has it
   * @throws io.tidewater.format.registry.UnknownSchemaException if it is no Avro schema
   */
  public AvroWriterSchema(RegisteredSchema registered, MappingOptions options) {
    this.schema = SchemaText.parse(registered);
    this.id = registered.id();
    this.options = options;
  }

  @Override
  public Incoming incoming() {
    return shaped.get().incoming();
  }

  @Override
  public boolean isRecord() {
    return AvroTypes.isRecord(schema, options);
  }

  @Override
  public ValueReader compile(Alignment table, ValueVisitor receiver) {
    Decoder value = new ColumnPlan(table, options, receiver).payload(shaped.get().fields());
    return new PayloadReader(value, id);
  }

  private Shaped shape() {
    Shapes shapes = new Shapes(options);
    Shape.Fields fields = shapes.payload(schema);
    String name = isRecord() ? schema.getFullName() : "";
    return new Shaped(
        fields,
        new Incoming(Shape.struct(fields.members()), name, OptionalInt.of(id), shapes.origins()));
  }

  private record Shaped(Shape.Fields fields, Incoming incoming) {}
}
