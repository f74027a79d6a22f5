/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.payload;

import io.tidewater.format.plan.Refusal;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.nio.ByteBuffer;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/** Payloads that are one value for one column: what formats have for a schema that have none. */
public final class SingleValue implements WriterSchema {
  private final Incoming incoming;
  private final Plan plan;

  /**
   * @param type the column that the values need
   */
  public SingleValue(Type type, Plan plan) {
    this.incoming = Incoming.of(StructType.of(NestedField.optional(1, VALUE_COLUMN, type)));
    this.plan = plan;
  }

  @Override
  public Incoming incoming() {
    return incoming;
  }

  @Override
  public boolean isRecord() {
    return false;
  }

  @Override
  public ValueReader compile(Alignment table, ValueVisitor receiver) {
    NestedField column = table.column(incoming.type().fields().get(0));
    for (NestedField other : table.table().fields()) {
      boolean given = other.writeDefault() != null || isSame(other, column);
      if (other.isRequired() && !given) {
        return new Refusal("the required field " + other.name(), "a single value");
      }
    }
    if (column == null) {
      return payload -> {
        receiver.startStruct();
        receiver.endStruct();
      };
    }
    int position = table.table().fields().indexOf(column);
    return new ColumnReader(column, position, plan.compile(column, receiver), receiver);
  }

  private static boolean isSame(NestedField field, @Nullable NestedField other) {
    return other != null && field.fieldId() == other.fieldId();
  }

  /** How the values of a format are read. */
  public interface Plan {
    /**
     * A reader of payloads for a column; called once for each table.
     *
     * @param receiver told the one event, or those of a nested value, that the column takes
     */
    Content compile(NestedField column, ValueVisitor receiver);
  }

  /** Reads payloads. */
  public interface Content {
    /**
     * Hands a payload on as one value.
     *
     * @param payload read from its position to its limit
     * @throws ValueMismatchException if it is none of the format, or does not fit
     */
    void read(ByteBuffer payload);
  }

  private record ColumnReader(
      NestedField column, int position, Content content, ValueVisitor receiver)
      implements ValueReader {
    @Override
    public void read(Object value) {
      if (!(value instanceof ByteBuffer payload)) {
        throw ValueMismatchException.ofClass("bytes", value);
      }
      receiver.startStruct();
      receiver.field(position, column.name());
      try {
        content.read(payload);
      } catch (ValueMismatchException e) {
        throw e.inField(column.name());
      }
      receiver.endStruct();
    }
  }
}
