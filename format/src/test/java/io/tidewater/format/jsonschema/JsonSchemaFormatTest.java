/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonSchemaFormatTest {
  private final Registry registry = new Registry();
  private final JsonSchemaFormat format =
      new JsonSchemaFormat(registry, "orders-value", MappingOptions.DEFAULTS);

  @Test
  void findsTheSchemaByTheFrame() {
    ByteBuffer payload = framed(7, "{\"a\":1}");
    WriterSchema schema = format.writerOf(payload);
    assertThat(payload.position()).isEqualTo(5);
    assertThat(schema.incoming().schemaId()).hasValue(7);
    assertThat(schema.isRecord()).isTrue();
    assertThat(registry.asked).containsExactly("7 orders-value");
  }

  @Test
  void givesTheSameSchemaForTheSameId() {
    WriterSchema first = format.writerOf(framed(7, "{}"));
    assertThat(format.writerOf(framed(7, "[]"))).isSameAs(first);
    assertThat(format.writerOf(framed(8, "{}"))).isNotSameAs(first);
    assertThat(registry.asked).hasSize(2);
  }

  @Test
  void refusesPayloadsWithoutFrame() {
    ByteBuffer bare = ByteBuffer.wrap(new byte[] {'{', '}', ' ', ' ', ' ', ' '});
    assertThatThrownBy(() -> format.writerOf(bare)).isInstanceOf(ValueMismatchException.class);
  }

  @Test
  void refusesSchemasOfOtherKindsEachTime() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> format.writerOf(framed(9, "{}")))
          .isInstanceOf(UnknownSchemaException.class)
          .hasMessageContaining("AVRO");
    }
    assertThat(registry.asked).hasSize(1);
  }

  private static ByteBuffer framed(int id, String json) {
    byte[] value = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return ByteBuffer.allocate(5 + value.length).put((byte) 0).putInt(id).put(value).flip();
  }

  private static final class Registry implements SchemaRegistry {
    private final List<String> asked = new ArrayList<>();

    @Override
    public RegisteredSchema schema(int id, String subject) {
      asked.add(id + " " + subject);
      SchemaKind kind = id == 9 ? SchemaKind.AVRO : SchemaKind.JSON;
      return new RegisteredSchema(
          id, kind, "{\"properties\":{\"a\":{\"type\":\"integer\"}}}", Map.of());
    }

    @Override
    public List<Integer> versions(String subject) {
      throw new UnsupportedOperationException("not asked for");
    }

    @Override
    public RegisteredSchema version(String subject, int version) {
      throw new UnsupportedOperationException("not asked for");
    }

    @Override
    public RegisteredSchema latest(String subject) {
      throw new UnsupportedOperationException("not asked for");
    }

    @Override
    public void close() {}
  }
}
