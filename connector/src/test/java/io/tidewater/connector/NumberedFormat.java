/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.registry.RegistryUnavailableException;
import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.iceberg.types.Types.LongType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/**
 * The least that a format with schema ids needs: a payload is an id and a number. Records of schema
 * 3 have the number in a field {@code id}, and in {@code c1} to {@code c3} its multiples by 1 to 3.
 */
final class NumberedFormat implements PayloadFormat {
  private static final int HIGHEST = 100;

  private final Map<Integer, NumberedSchema> schemas = new HashMap<>();
  private final Registry registry;
  private int compiled;

  /** What the format's registry does. */
  static final class Registry {
    private boolean down;
    private int questions;

    void setDown(boolean isDown) {
      down = isDown;
    }

    int questions() {
      return questions;
    }
  }

  NumberedFormat(Registry registry) {
    this.registry = registry;
  }

  static byte[] payload(int schemaId, long number) {
    return ByteBuffer.allocate(12).putInt(schemaId).putLong(number).array();
  }

  /** How many plans were compiled. */
  int compiled() {
    return compiled;
  }

  @Override
  public WriterSchema writerOf(ByteBuffer payload) {
    if (payload.remaining() < Integer.BYTES) {
      throw new ValueMismatchException("a schema id", payload.remaining() + " bytes");
    }
    return schemas.computeIfAbsent(payload.getInt(), this::schema);
  }

  private NumberedSchema schema(int id) {
    registry.questions++;
    if (registry.down) {
      throw new RegistryUnavailableException("the registry is down");
    }
    if (id > HIGHEST) {
      throw new UnknownSchemaException("there is no schema " + id);
    }
    return new NumberedSchema(id);
  }

  private final class NumberedSchema implements WriterSchema {
    private final Incoming incoming;

    NumberedSchema(int id) {
      List<NestedField> fields = new ArrayList<>();
      fields.add(NestedField.required(1, "id", LongType.get()));
      for (int column = 1; column <= id; column++) {
        fields.add(NestedField.optional(1 + column, "c" + column, LongType.get()));
      }
      String name = "shop." + (id % 2 == 0 ? "Even" : "Odd");
      incoming = new Incoming(StructType.of(fields), name, OptionalInt.of(id), Map.of());
    }

    @Override
    public Incoming incoming() {
      return incoming;
    }

    @Override
    public boolean isRecord() {
      return true;
    }

    @Override
    public ValueReader compile(Alignment table, ValueVisitor receiver) {
      compiled++;
      return payload -> read((ByteBuffer) payload, table, receiver);
    }

    private void read(ByteBuffer payload, Alignment table, ValueVisitor receiver) {
      if (payload.remaining() != Long.BYTES) {
        throw new ValueMismatchException("8 bytes", payload.remaining() + " bytes");
      }
      long number = payload.getLong();
      receiver.startStruct();
      for (NestedField field : incoming.type().fields()) {
        NestedField column = table.column(field);
        if (column != null) {
          receiver.field(table.table().fields().indexOf(column), column.name());
          long multiple = field.fieldId() == 1 ? number : number * (field.fieldId() - 1);
          Conversions.into(column.type(), receiver).longValue(multiple);
        }
      }
      receiver.endStruct();
    }
  }
}
