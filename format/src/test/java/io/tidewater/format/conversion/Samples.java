/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.variants.Variant;
import org.apache.iceberg.variants.VariantValue;
import org.apache.iceberg.variants.Variants;

/** Values of every scalar type, ordinary ones and those at the edges. */
final class Samples {
  static final Map<Type, List<Consumer<ValueVisitor>>> BY_TYPE = new LinkedHashMap<>();

  static {
    add(Types.BooleanType.get(), v -> v.booleanValue(true));
    add(Types.BooleanType.get(), v -> v.booleanValue(false));
    for (int value : new int[] {0, 1, -1, (1 << 24) + 1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      add(Types.IntegerType.get(), v -> v.intValue(value));
    }
    for (long value :
        new long[] {0, -1, 1L << 40, (1L << 53) + 1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      add(Types.LongType.get(), v -> v.longValue(value));
    }
    for (float value : new float[] {0f, -0f, 0.1f, Float.MAX_VALUE, Float.NaN, -1f / 0f}) {
      add(Types.FloatType.get(), v -> v.floatValue(value));
    }
    for (double value : new double[] {0.5, -0.0, 0.1, Double.MAX_VALUE, Double.NaN, 1.0 / 0.0}) {
      add(Types.DoubleType.get(), v -> v.doubleValue(value));
    }
    for (String value : new String[] {"0.00", "-9.99", "9.99"}) {
      add(Types.DecimalType.of(3, 2), v -> v.decimalValue(new BigDecimal(value)));
    }
    for (String value : new String[] {"7", "9".repeat(38), "-" + "9".repeat(38)}) {
      add(Types.DecimalType.of(38, 0), v -> v.decimalValue(new BigDecimal(value)));
    }
    for (String value :
        new String[] {
          "",
          "true",
          "12",
          "1.5",
          "1.50",
          "abc",
          "NaN",
          "2026-11-21",
          "10:15:30.000001",
          "2026-11-21T10:15:30Z",
          "123e4567-e89b-12d3-a456-426614174000",
          "Grüße",
          "1e999999999"
        }) {
      add(Types.StringType.get(), v -> v.stringValue(value));
    }
    add(Types.BinaryType.get(), v -> v.binaryValue(bytes("ab".getBytes(StandardCharsets.UTF_8))));
    add(Types.BinaryType.get(), v -> v.binaryValue(bytes(new byte[] {(byte) 0xff, 0, 1})));
    add(Types.FixedType.ofLength(2), v -> v.fixedValue(new byte[] {'a', 'b'}));
    add(Types.FixedType.ofLength(2), v -> v.fixedValue(new byte[] {(byte) 0xff, 0}));
    add(Types.UUIDType.get(), v -> v.uuidValue(new UUID(1, 2)));
    for (int days : new int[] {0, -1, 20_000, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      add(Types.DateType.get(), v -> v.dateValue(days));
    }
    add(Types.TimeType.get(), v -> v.timeValue(0));
    add(Types.TimeType.get(), v -> v.timeValue(86_399_999_999L));
    for (long micros : new long[] {0, -1, 1_700_000_000_000_001L, Long.MIN_VALUE, Long.MAX_VALUE}) {
      add(Types.TimestampType.withoutZone(), v -> v.timestampValue(micros));
      add(Types.TimestampType.withZone(), v -> v.timestamptzValue(micros));
    }
    for (long nanos : new long[] {0, -1_000, 1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      add(Types.TimestampNanoType.withoutZone(), v -> v.timestampNanosValue(nanos));
      add(Types.TimestampNanoType.withZone(), v -> v.timestamptzNanosValue(nanos));
    }
    add(Types.VariantType.get(), v -> v.variantValue(variant(Variants.of(7))));
    add(Types.VariantType.get(), v -> v.variantValue(variant(Variants.of("7"))));
    add(Types.VariantType.get(), v -> v.variantValue(variant(Variants.array())));
  }

  private Samples() {}

  private static void add(Type type, Consumer<ValueVisitor> value) {
    BY_TYPE.computeIfAbsent(type, t -> new ArrayList<>()).add(value);
  }

  private static Variant variant(VariantValue value) {
    return Variant.of(Variants.emptyMetadata(), value);
  }

  private static ByteBuffer bytes(byte[] bytes) {
    return ByteBuffer.wrap(bytes);
  }
}
