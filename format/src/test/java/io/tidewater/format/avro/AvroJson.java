/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Compares what the Avro library reads with the JSON that stands in a column of text. */
final class AvroJson {
  private AvroJson() {}

  static void assertSame(Schema schema, Object sent, String json) {
    try {
      same(schema, sent, new ObjectMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  private static void same(Schema schema, @Nullable Object sent, JsonNode json) {
    switch (schema.getType()) {
      case RECORD -> {
        for (Schema.Field field : schema.getFields()) {
          Object value = ((GenericRecord) sent).get(field.pos());
          same(field.schema(), value, json.path(field.name()));
        }
      }
      case UNION -> branch(schema, sent, json);
      case ARRAY -> {
        List<?> list = (List<?>) sent;
        assertThat(json.size()).isEqualTo(list.size());
        for (int i = 0; i < list.size(); i++) {
          same(schema.getElementType(), list.get(i), json.path(i));
        }
      }
      case MAP -> {
        Map<?, ?> map = (Map<?, ?>) sent;
        assertThat(json.size()).isEqualTo(map.size());
        map.forEach((key, value) -> same(schema.getValueType(), value, json.path(key.toString())));
      }
      case NULL -> assertThat(json.isNull() || json.isMissingNode()).isTrue();
      case BYTES -> assertThat(json.asText()).isEqualTo(base64(((ByteBuffer) sent).array()));
      case FIXED -> assertThat(json.asText()).isEqualTo(base64(((GenericData.Fixed) sent).bytes()));
      case FLOAT -> assertThat(json.floatValue()).isEqualTo(sent);
      case DOUBLE -> assertThat(json.doubleValue()).isEqualTo(sent);
      default -> assertThat(json.asText()).isEqualTo(sent.toString());
    }
  }

  private static void branch(Schema schema, @Nullable Object sent, JsonNode json) {
    List<Schema> branches = AvroTypes.branches(schema);
    Schema branch = schema.getTypes().get(GenericData.get().resolveUnion(schema, sent));
    boolean named = sent != null && branches.size() > 1;
    String name = named ? BranchNames.of(branches).get(branches.indexOf(branch)) : "";
    same(branch, sent, named ? json.path(name) : json);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
