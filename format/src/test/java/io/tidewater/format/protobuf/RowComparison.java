/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import io.tidewater.format.schema.Alignment;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/** Whether a row holds what a message does, column by column. */
record RowComparison(Alignment alignment) {
  void assertSame(DynamicMessage sent, StructType incoming, Record stored) {
    for (FieldDescriptor field : sent.getDescriptorForType().getFields()) {
      NestedField expected = incoming.field(field.getName());
      if (expected == null) {
        continue; // Messages without fields, all the way down.
      }
      NestedField column = alignment.column(expected);
      assertThat(column).as(field.getFullName()).isNotNull();
      Object value = stored.getField(column.name());
      assertNowhereElse(column, stored);
      if (field.hasPresence() && !sent.hasField(field)) {
        assertThat(value).as(field.getFullName()).isNull();
      } else if (field.isMapField()) {
        assertSameMap(field, (List<?>) sent.getField(field), expected, (Map<?, ?>) value);
      } else if (field.isRepeated()) {
        assertSameList(field, (List<?>) sent.getField(field), expected, list(value));
      } else {
        assertSameValue(field, sent.getField(field), expected.type(), value);
      }
    }
  }

  /** The other versions of a column have nothing. */
  private static void assertNowhereElse(NestedField column, Record stored) {
    String first = column.name().replaceFirst("__v[0-9]+$", "");
    for (NestedField other : stored.struct().fields()) {
      boolean version = other.name().matches(Pattern.quote(first) + "(__v[0-9]+)?");
      if (version && other.fieldId() != column.fieldId()) {
        assertThat(stored.getField(other.name())).as("%s beside %s", other, column).isNull();
      }
    }
  }

  private void assertSameList(
      FieldDescriptor field, List<?> sent, NestedField expected, List<?> stored) {
    assertThat(stored).as(field.getFullName()).hasSameSizeAs(sent);
    for (int i = 0; i < sent.size(); i++) {
      assertSameValue(
          field, sent.get(i), expected.type().asListType().elementType(), stored.get(i));
    }
  }

  private void assertSameMap(
      FieldDescriptor field, List<?> sent, NestedField expected, Map<?, ?> stored) {
    FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
    FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
    Map<String, Object> last = new LinkedHashMap<>();
    for (Object entry : sent) {
      DynamicMessage pair = (DynamicMessage) entry;
      last.put(plain(key, pair.getField(key)).toString(), pair.getField(value));
    }
    assertThat(stored).as(field.getFullName()).hasSameSizeAs(last);
    stored.forEach(
        (storedKey, storedValue) ->
            assertSameValue(
                value,
                last.get(storedKey.toString()),
                expected.type().asMapType().valueType(),
                storedValue));
  }

  private void assertSameValue(
      FieldDescriptor field, Object sent, org.apache.iceberg.types.Type type, Object stored) {
    if (sent instanceof DynamicMessage message) {
      assertSame(message, type.asStructType(), (Record) stored);
    } else if (stored instanceof Float || stored instanceof Double) {
      // Not as primitives: NaN is itself here.
      assertThat((Object) ((Number) stored).doubleValue()).isEqualTo(((Number) sent).doubleValue());
    } else if (stored instanceof Number) {
      assertThat(new BigDecimal(stored.toString()))
          .as(field.getFullName())
          .isEqualByComparingTo(new BigDecimal(plain(field, sent).toString()));
    } else if (stored instanceof ByteBuffer bytes && sent instanceof ByteString plain) {
      assertThat(bytes).isEqualTo(plain.asReadOnlyByteBuffer());
    } else if (stored instanceof ByteBuffer bytes) {
      assertThat(StandardCharsets.UTF_8.decode(bytes.duplicate()).toString())
          .isEqualTo(plain(field, sent).toString());
    } else {
      assertThat(stored.toString()).isEqualTo(plain(field, sent).toString());
    }
  }

  /** A list, which is JSON in a column of text. */
  private static List<?> list(Object stored) {
    try {
      return stored instanceof CharSequence json
          ? new ObjectMapper().readValue(json.toString(), List.class)
          : (List<?>) stored;
    } catch (JsonProcessingException e) {
      throw new AssertionError("no list: " + stored, e);
    }
  }

  /** A scalar as what its text is. */
  private static Object plain(FieldDescriptor field, Object sent) {
    if (sent instanceof ByteString bytes) {
      return bytes.toStringUtf8();
    }
    if (sent instanceof EnumValueDescriptor constant) {
      boolean known = constant.getIndex() >= 0;
      return known ? constant.getName() : Integer.toString(constant.getNumber());
    }
    return switch (field.getType()) {
      case UINT32, FIXED32 -> Integer.toUnsignedLong((Integer) sent);
      case UINT64, FIXED64 -> Long.toUnsignedString((Long) sent);
      default -> sent;
    };
  }
}
