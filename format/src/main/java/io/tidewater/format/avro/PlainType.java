/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.iceberg.types.Types.BinaryType;
import org.apache.iceberg.types.Types.BooleanType;
import org.apache.iceberg.types.Types.DoubleType;
import org.apache.iceberg.types.Types.FixedType;
import org.apache.iceberg.types.Types.FloatType;
import org.apache.iceberg.types.Types.IntegerType;
import org.apache.iceberg.types.Types.LongType;
import org.apache.iceberg.types.Types.StringType;
import org.jspecify.annotations.Nullable;

/** Avro's types that are one column, where nothing more is said of them. */
enum PlainType {
  BOOLEAN(
      Schema.Type.BOOLEAN,
      new ScalarMapping(
          BooleanType.get(), (input, receiver) -> receiver.booleanValue(input.readBoolean()))),
  INT(
      Schema.Type.INT,
      new ScalarMapping(
          IntegerType.get(), (input, receiver) -> receiver.intValue(input.readInt()))),
  LONG(
      Schema.Type.LONG,
      new ScalarMapping(LongType.get(), (input, receiver) -> receiver.longValue(input.readLong()))),
  FLOAT(
      Schema.Type.FLOAT,
      new ScalarMapping(
          FloatType.get(), (input, receiver) -> receiver.floatValue(input.readFloat()))),
  DOUBLE(
      Schema.Type.DOUBLE,
      new ScalarMapping(
          DoubleType.get(), (input, receiver) -> receiver.doubleValue(input.readDouble()))),
  STRING(
      Schema.Type.STRING,
      new ScalarMapping(
          StringType.get(), (input, receiver) -> receiver.stringValue(input.readString()))),
  BYTES(
      Schema.Type.BYTES,
      new ScalarMapping(
          BinaryType.get(),
          (input, receiver) -> receiver.binaryValue(ByteBuffer.wrap(input.readBytes())))),
  FIXED(Schema.Type.FIXED, PlainType::fixed),
  ENUM(Schema.Type.ENUM, PlainType::symbols);

  private final Schema.Type avroType;
  private final Function<Schema, ScalarMapping> mapping;

  PlainType(Schema.Type avroType, ScalarMapping mapping) {
    this(avroType, schema -> mapping);
  }

  PlainType(Schema.Type avroType, Function<Schema, ScalarMapping> mapping) {
    this.avroType = avroType;
    this.mapping = mapping;
  }

  /** The mapping of a schema by its type alone; null if it is not one column. */
  static @Nullable ScalarMapping of(Schema schema) {
    if (schema.getType() == Schema.Type.FIXED && schema.getFixedSize() == 0) {
      // Always the same, and no file format has a column of nothing.
      return null;
    }
    for (PlainType type : values()) {
      if (type.avroType == schema.getType()) {
        return type.mapping(schema);
      }
    }
    return null;
  }

  /** The mapping by its type alone of a schema that is one column. */
  static ScalarMapping plain(Schema schema) {
    return Objects.requireNonNull(of(schema), "a schema that is one column");
  }

  Schema.Type avroType() {
    return avroType;
  }

  ScalarMapping mapping(Schema schema) {
    return mapping.apply(schema);
  }

  private static ScalarMapping fixed(Schema schema) {
    int size = schema.getFixedSize();
    return new ScalarMapping(
        FixedType.ofLength(size), (input, receiver) -> receiver.fixedValue(input.readFixed(size)));
  }

  private static ScalarMapping symbols(Schema schema) {
    String[] symbols = schema.getEnumSymbols().toArray(String[]::new);
    return new ScalarMapping(
        StringType.get(),
        (input, receiver) ->
            receiver.stringValue(symbols[input.readIndex(symbols.length, "an enum's index")]));
  }
}
