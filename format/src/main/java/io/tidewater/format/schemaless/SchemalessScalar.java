/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.DecimalType;
import org.jspecify.annotations.Nullable;

/** The Java classes that scalars without a schema come in. */
@SuppressWarnings("JavaUtilDate") // It is what Connect hands over.
enum SchemalessScalar {
  STRING(String.class) {
    @Override
    void emit(Object value, ValueVisitor receiver) {
      receiver.stringValue((String) value);
    }

    @Override
    Type type(Object value) {
      return Types.StringType.get();
    }
  },
  LONG(Long.class) {
    @Override
    void emit(Object value, ValueVisitor receiver) {
      receiver.longValue((Long) value);
    }

    @Override
    Type type(Object value) {
      return Types.LongType.get();
    }
  },
  DOUBLE(Double.class) {
    @Override
    void emit(Object value, ValueVisitor receiver) {
      receiver.doubleValue((Double) value);
    }

    @Override
    Type type(Object value) {
      return Types.DoubleType.get();
    }
  },
  BOOLEAN(Boolean.class) {
    @Override
    void emit(Object value, ValueVisitor receiver) {
      receiver.booleanValue((Boolean) value);
    }

    @Override
    Type type(Object value) {
      return Types.BooleanType.get();
    }
  },
  INT(Integer.class, Short.class, Byte.class) {
    @Override
    void emit(Object value, ValueVisitor receiver) {
      receiver.intValue(((Number) value).intValue());
    }

    @Override
    Type type(Object value) {
      return Types.LongType.get();
    }
  },
  FLOAT(Float.class) {
    @Override
    void emit(Object value, ValueVisitor receiver) {
      receiver.floatValue((Float) value);
    }

    @Override
    Type type(Object value) {
      return Types.DoubleType.get();
    }
  },
  DECIMAL(BigDecimal.class) {
    @Override
    void emit(Object value, ValueVisitor receiver) {
      receiver.decimalValue((BigDecimal) value);
    }

    @Override
    Type type(Object value) {
      return decimal((BigDecimal) value);
    }
  },
  BIG_INTEGER(BigInteger.class) {
    @Override
    void emit(Object value, ValueVisitor receiver) {
      receiver.decimalValue(new BigDecimal((BigInteger) value));
    }

    @Override
    Type type(Object value) {
      boolean small = ((BigInteger) value).bitLength() < Long.SIZE;
      return small ? Types.LongType.get() : decimal(new BigDecimal((BigInteger) value));
    }
  },
  BYTES(byte[].class) {
    @Override
    void emit(Object value, ValueVisitor receiver) {
      receiver.binaryValue(ByteBuffer.wrap((byte[]) value));
    }

    @Override
    Type type(Object value) {
      return Types.BinaryType.get();
    }
  },
  BYTE_BUFFER(ByteBuffer.class) {
    @Override
    void emit(Object value, ValueVisitor receiver) {
      receiver.binaryValue(((ByteBuffer) value).duplicate());
    }

    @Override
    Type type(Object value) {
      return Types.BinaryType.get();
    }
  },
  /** What a transform makes of a timestamp: an instant in milliseconds. */
  DATE(Date.class) {
    @Override
    void emit(Object value, ValueVisitor receiver) {
      long millis = ((Date) value).getTime();
      try {
        receiver.timestamptzValue(Math.multiplyExact(millis, MICROS_PER_MILLI));
      } catch (ArithmeticException e) {
        throw ValueMismatchException.of("a timestamp in microseconds", "milliseconds", millis);
      }
    }

    @Override
    Type type(Object value) {
      return Types.TimestampType.withZone();
    }
  },
  UUID_VALUE(UUID.class) {
    @Override
    void emit(Object value, ValueVisitor receiver) {
      receiver.uuidValue((UUID) value);
    }

    @Override
    Type type(Object value) {
      return Types.UUIDType.get();
    }
  };

  private static final long MICROS_PER_MILLI = 1_000L;
  private static final int WIDEST_DECIMAL = 38;
  private static final Map<Class<?>, SchemalessScalar> BY_CLASS = new HashMap<>();

  static {
    for (SchemalessScalar scalar : values()) {
      for (Class<?> javaClass : scalar.classes) {
        BY_CLASS.put(javaClass, scalar);
      }
    }
  }

  private final Class<?>[] classes;

  SchemalessScalar(Class<?>... classes) {
    this.classes = classes;
  }

  /** The kind of a value; throws if its class is no data. */
  static SchemalessScalar of(Object value) {
    SchemalessScalar exact = BY_CLASS.get(value.getClass());
    SchemalessScalar found = exact == null ? bySuperclass(value) : exact;
    if (found == null) {
      throw ValueMismatchException.ofClass(
          "null, a map, list, string, number, boolean, date or bytes", value);
    }
    return found;
  }

  /** Hands a value on as one event. */
  abstract void emit(Object value, ValueVisitor receiver);

  /** The type of a new column for a value. */
  abstract Type type(Object value);

  private static @Nullable SchemalessScalar bySuperclass(Object value) {
    for (SchemalessScalar scalar : values()) {
      for (Class<?> javaClass : scalar.classes) {
        if (javaClass.isInstance(value)) {
          return scalar;
        }
      }
    }
    return null;
  }

  private static Type decimal(BigDecimal value) {
    int scale = Math.max(value.scale(), 0);
    long digits = (long) value.precision() - value.scale() + scale;
    boolean fits = scale <= WIDEST_DECIMAL && digits <= WIDEST_DECIMAL;
    return fits ? DecimalType.of(WIDEST_DECIMAL, scale) : Types.StringType.get();
  }
}
