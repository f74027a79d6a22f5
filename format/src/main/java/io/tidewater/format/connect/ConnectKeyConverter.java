/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.column.KeyType;
import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.plan.JsonReader;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schemaless.TextReader;
import io.tidewater.format.value.JsonText;
import io.tidewater.format.value.QuietVisitor;
import io.tidewater.format.value.ValueVisitor;
import java.nio.ByteBuffer;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.BinaryType;
import org.apache.iceberg.types.Types.StringType;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Converts the keys of records of one schema to what the column of keys holds, by the rule of
 * {@link io.tidewater.format.column.MetadataColumn#KEY}. A key of bytes in a column of text must be
 * UTF-8. Not for use by several threads at once.
 */
public final class ConnectKeyConverter {
  private final Captured captured = new Captured();
  private final Reader reader;

  private ConnectKeyConverter(@Nullable Schema schema, KeyType column, MappingOptions options) {
    ValueVisitor receiver = Conversions.into(column.type(), captured);
    if (schema == null) {
      this.reader = new SchemalessKey(receiver, new TextReader(receiver))::read;
    } else {
      this.reader = reader(schema, receiver, options)::read;
    }
  }

  /**
   * A converter of keys.
   *
   * @param schema the schema of the keys; null if they have none
   */
  public static ConnectKeyConverter compile(
      @Nullable Schema schema, KeyType column, MappingOptions options) {
    return new ConnectKeyConverter(schema, column, options);
  }

  /** What the column of keys of a new table should hold, as a record with such a key tells. */
  public static KeyType columnFor(@Nullable Schema schema, @Nullable Object key) {
    boolean bytes = schema == null ? isBytes(key) : isBytes(schema);
    return bytes ? KeyType.BYTES : KeyType.TEXT;
  }

  /**
   * A key as its column holds it: {@link String} or {@link ByteBuffer}.
   *
   * @throws io.tidewater.format.value.ValueMismatchException if the column cannot hold it
   */
  public @Nullable Object convert(@Nullable Object key) {
    captured.value = null;
    if (key != null) {
      reader.read(key);
    }
    return captured.value;
  }

  private static ValueReader reader(Schema schema, ValueVisitor receiver, MappingOptions options) {
    ScalarMapping scalar = ConnectTypes.scalar(schema, options);
    if (scalar != null) {
      Type type = isBytes(schema) ? BinaryType.get() : StringType.get();
      return ReaderCompiler.scalar(scalar, type, receiver);
    }
    JsonText json = new JsonText();
    return new JsonReader(new FormlessReaders(options, json).of(schema), json, receiver);
  }

  private static boolean isBytes(Schema schema) {
    return schema.type() == Schema.Type.BYTES && NamedValues.of(schema) == null;
  }

  private static boolean isBytes(@Nullable Object key) {
    return key instanceof byte[] || key instanceof ByteBuffer;
  }

  private interface Reader {
    void read(Object key);
  }

  private record SchemalessKey(ValueVisitor bytes, TextReader text) {
    void read(Object key) {
      if (key instanceof byte[] array) {
        bytes.binaryValue(ByteBuffer.wrap(array));
      } else if (key instanceof ByteBuffer buffer) {
        bytes.binaryValue(buffer.duplicate());
      } else {
        text.read(key);
      }
    }
  }

  private static final class Captured extends QuietVisitor {
    private @Nullable Object value;

    @Override
    public void stringValue(String text) {
      value = text;
    }

    @Override
    public void binaryValue(ByteBuffer bytes) {
      value = bytes;
    }
  }
}
