/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.column.KeyType;
import io.tidewater.format.column.RecordHeader;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.header.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("JavaUtilDate") // It is what Connect hands over.
final class ConnectKeyConverterTest {
  private static final Schema STRUCT =
      SchemaBuilder.struct()
          .field("id", Schema.INT64_SCHEMA)
          .field("at", Timestamp.builder().optional().build())
          .build();

  @Test
  void writesKeysAsText() {
    assertThat(text(Schema.STRING_SCHEMA, "k")).isEqualTo("k");
    assertThat(text(Schema.INT64_SCHEMA, 7L)).isEqualTo("7");
    assertThat(text(Schema.BOOLEAN_SCHEMA, true)).isEqualTo("true");
    assertThat(text(STRUCT, new Struct(STRUCT).put("id", 1L).put("at", new Date(0))))
        .isEqualTo("{\"id\":1,\"at\":\"1970-01-01T00:00:00.000000Z\"}");
    assertThat(text(SchemaBuilder.array(Schema.INT8_SCHEMA).build(), List.of((byte) 1)))
        .isEqualTo("[1]");
    assertThat(text(SchemaBuilder.struct().build(), new Struct(SchemaBuilder.struct().build())))
        .isEqualTo("{}");
    assertThat(text(Schema.OPTIONAL_STRING_SCHEMA, null)).isNull();
  }

  @Test
  void writesKeysWithoutSchemaAsText() {
    assertThat(text(null, "k")).isEqualTo("k");
    assertThat(text(null, 7)).isEqualTo("7");
    assertThat(text(null, Map.of("id", List.of(1L)))).isEqualTo("{\"id\":[1]}");
    assertThat(text(null, null)).isNull();
  }

  @Test
  void keepsBytesAsBytes() {
    assertThat(key(Schema.BYTES_SCHEMA, KeyType.BYTES, new byte[] {-1})).isEqualTo(bytes(-1));
    assertThat(key(null, KeyType.BYTES, bytes(-1))).isEqualTo(bytes(-1));
    assertThat(key(null, KeyType.BYTES, new byte[] {-1})).isEqualTo(bytes(-1));
  }

  @Test
  void crossesBetweenTextAndBytesOnlyWithoutLoss() {
    assertThat(key(Schema.STRING_SCHEMA, KeyType.BYTES, "ü")).isEqualTo(bytes(0xc3, 0xbc));
    assertThat(key(Schema.INT32_SCHEMA, KeyType.BYTES, 1)).isEqualTo(bytes('1'));
    assertThat(key(Schema.BYTES_SCHEMA, KeyType.TEXT, new byte[] {'k'})).isEqualTo("k");
    assertThatThrownBy(() -> key(Schema.BYTES_SCHEMA, KeyType.TEXT, new byte[] {-1}))
        .isInstanceOf(ValueMismatchException.class);
    assertThatThrownBy(() -> key(null, KeyType.TEXT, new byte[] {-1}))
        .isInstanceOf(ValueMismatchException.class);
  }

  @Test
  void choosesTheColumnByTheFirstKey() {
    assertThat(ConnectKeyConverter.columnFor(Schema.BYTES_SCHEMA, null)).isEqualTo(KeyType.BYTES);
    assertThat(ConnectKeyConverter.columnFor(null, new byte[0])).isEqualTo(KeyType.BYTES);
    assertThat(ConnectKeyConverter.columnFor(null, null)).isEqualTo(KeyType.TEXT);
    assertThat(ConnectKeyConverter.columnFor(STRUCT, null)).isEqualTo(KeyType.TEXT);
  }

  @Test
  void writesHeadersAsBytesInTheirOrder() {
    Headers headers = new org.apache.kafka.connect.header.ConnectHeaders();
    headers.addString("a", "x");
    headers.addBytes("b", new byte[] {-1});
    headers.addLong("a", 7);
    headers.add("c", null, Schema.OPTIONAL_STRING_SCHEMA);
    headers.addTimestamp("d", new Date(0));
    headers.add("e", Map.of("k", 1L), null);
    assertThat(ConnectHeaders.list(headers))
        .containsExactly(
            new RecordHeader("a", utf8("x")),
            new RecordHeader("b", bytes(-1)),
            new RecordHeader("a", utf8("7")),
            new RecordHeader("c", null),
            new RecordHeader("d", utf8("1970-01-01T00:00:00.000000Z")),
            new RecordHeader("e", utf8("{\"k\":1}")));
    assertThat(ConnectHeaders.list(new org.apache.kafka.connect.header.ConnectHeaders())).isEmpty();
  }

  private static @Nullable Object text(@Nullable Schema schema, @Nullable Object key) {
    return key(schema, KeyType.TEXT, key);
  }

  private static @Nullable Object key(
      @Nullable Schema schema, KeyType column, @Nullable Object key) {
    return ConnectKeyConverter.compile(schema, column, MappingOptions.DEFAULTS).convert(key);
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ByteBuffer bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return ByteBuffer.wrap(bytes);
  }
}
