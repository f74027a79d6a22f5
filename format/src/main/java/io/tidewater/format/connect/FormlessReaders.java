/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.connect.StructReader.FieldReader;
import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.plan.ListReader;
import io.tidewater.format.plan.MapReader;
import io.tidewater.format.plan.NullableReader;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.ValueVisitor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;

/**
 * Readers of values as they are, for a visitor that takes any: JSON text, variants. Schemas may
 * contain themselves; how deep values may go is for the visitor to say.
 */
final class FormlessReaders {
  private final MappingOptions options;
  private final ValueVisitor receiver;

  /** By identity: equals of a schema that contains itself never ends. */
  private final IdentityHashMap<Schema, ValueReader> readers = new IdentityHashMap<>();

  FormlessReaders(MappingOptions options, ValueVisitor receiver) {
    this.options = options;
    this.receiver = receiver;
  }

  /** A reader of a schema's values. */
  ValueReader of(Schema schema) {
    ValueReader known = readers.get(schema);
    if (known != null) {
      return known;
    }
    Later later = new Later();
    readers.put(schema, later);
    later.reader = compile(schema);
    return later.reader;
  }

  private ValueReader compile(Schema schema) {
    ScalarMapping scalar = ConnectTypes.scalar(schema, options);
    if (scalar != null) {
      ValueVisitor column = Conversions.between(scalar.emitted(), scalar.type(), receiver);
      return value -> scalar.reader().read(value, column);
    }
    return switch (schema.type()) {
      case STRUCT -> struct(schema);
      case ARRAY -> new ListReader(nullable(schema.valueSchema()), receiver);
      default ->
          new MapReader(nullable(schema.keySchema()), nullable(schema.valueSchema()), receiver);
    };
  }

  private ValueReader struct(Schema schema) {
    List<FieldReader> fields = new ArrayList<>();
    for (Field field : schema.fields()) {
      fields.add(
          new FieldReader(field.name(), field.index(), field.name(), nullable(field.schema())));
    }
    return new StructReader(fields, receiver);
  }

  private NullableReader nullable(Schema schema) {
    return new NullableReader(of(schema), !schema.isOptional(), receiver);
  }

  /** Stands for the reader of a schema while that is made, and in its own midst. */
  private static final class Later implements ValueReader {
    private ValueReader reader = this;

    @Override
    public void read(Object value) {
      reader.read(value);
    }
  }
}
