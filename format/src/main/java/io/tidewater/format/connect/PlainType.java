/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.nio.ByteBuffer;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.kafka.connect.data.Schema;

/** Connect's own types without children: what a schema is where its name says nothing more. */
enum PlainType {
  INT8(Schema.Type.INT8, Types.IntegerType.get(), PlainType::readInt),
  INT16(Schema.Type.INT16, Types.IntegerType.get(), PlainType::readInt),
  INT32(Schema.Type.INT32, Types.IntegerType.get(), PlainType::readInt),
  INT64(Schema.Type.INT64, Types.LongType.get(), PlainType::readLong),
  FLOAT32(Schema.Type.FLOAT32, Types.FloatType.get(), PlainType::readFloat),
  FLOAT64(Schema.Type.FLOAT64, Types.DoubleType.get(), PlainType::readDouble),
  BOOLEAN(Schema.Type.BOOLEAN, Types.BooleanType.get(), PlainType::readBoolean),
  STRING(Schema.Type.STRING, Types.StringType.get(), PlainType::readString),
  BYTES(Schema.Type.BYTES, Types.BinaryType.get(), PlainType::readBytes);

  private final Schema.Type connectType;
  private final ScalarMapping mapping;

  PlainType(Schema.Type connectType, Type type, ScalarReader reader) {
    this.connectType = connectType;
    this.mapping = new ScalarMapping(type, reader);
  }

  /** The mapping of a type without children. */
  static ScalarMapping of(Schema.Type connectType) {
    for (PlainType type : values()) {
      if (type.connectType == connectType) {
        return type.mapping;
      }
    }
    throw new IllegalArgumentException(connectType + " has children");
  }

  Schema.Type connectType() {
    return connectType;
  }

  ScalarMapping mapping() {
    return mapping;
  }

  private static void readInt(Object value, ValueVisitor receiver) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      receiver.intValue(((Number) value).intValue());
    } else {
      throw ValueMismatchException.ofClass("an integer of up to 32 bits", value);
    }
  }

  private static void readLong(Object value, ValueVisitor receiver) {
    if (value instanceof Long number) {
      receiver.longValue(number);
    } else {
      throw ValueMismatchException.ofClass("an INT64", value);
    }
  }

  private static void readFloat(Object value, ValueVisitor receiver) {
    if (value instanceof Float number) {
      receiver.floatValue(number);
    } else {
      throw ValueMismatchException.ofClass("a FLOAT32", value);
    }
  }

  private static void readDouble(Object value, ValueVisitor receiver) {
    if (value instanceof Double number) {
      receiver.doubleValue(number);
    } else {
      throw ValueMismatchException.ofClass("a FLOAT64", value);
    }
  }

  private static void readBoolean(Object value, ValueVisitor receiver) {
    if (value instanceof Boolean truth) {
      receiver.booleanValue(truth);
    } else {
      throw ValueMismatchException.ofClass("a BOOLEAN", value);
    }
  }

  private static void readString(Object value, ValueVisitor receiver) {
    if (value instanceof String text) {
      receiver.stringValue(text);
    } else {
      throw ValueMismatchException.ofClass("a STRING", value);
    }
  }

  private static void readBytes(Object value, ValueVisitor receiver) {
    if (value instanceof byte[] bytes) {
      receiver.binaryValue(ByteBuffer.wrap(bytes));
    } else if (value instanceof ByteBuffer buffer) {
      receiver.binaryValue(buffer.duplicate());
    } else {
      throw ValueMismatchException.ofClass("BYTES", value);
    }
  }
}
