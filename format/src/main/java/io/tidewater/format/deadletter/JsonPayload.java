/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.value.ValueMismatchException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Reads payloads back that are kept as JSON, as values without a schema. What JSON has lost is not
 * guessed: a text where the table has bytes is refused, since it may be either.
 */
public final class JsonPayload {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Schema table;
  private final NameMatching nameMatching;
  private final PayloadEncoding encoding;

  /**
   * @param table the table that the values are for
   * @param encoding whether the values had a schema: then a field without a column is refused, as
   *     nobody knows its type any more
   */
  public JsonPayload(Schema table, NameMatching nameMatching, PayloadEncoding encoding) {
    this.table = table;
    this.nameMatching = nameMatching;
    this.encoding = encoding;
  }

  /**
   * The value of a payload: maps, lists, texts, numbers, booleans.
   *
   * @throws ValueMismatchException it is no JSON, or cannot be read back for this table
   */
  public @Nullable Object read(ByteBuffer payload) {
    Object value;
    try {
      value =
          JSON.readValue(
              StandardCharsets.UTF_8.decode(payload.duplicate()).toString(), Object.class);
    } catch (JsonProcessingException e) {
      throw new ValueMismatchException("JSON", String.valueOf(e.getOriginalMessage()));
    }
    if (value instanceof Map<?, ?> map) {
      return struct(map, table.asStruct());
    }
    return fit(value, table.asStruct().fieldType("value"));
  }

  private @Nullable Object fit(@Nullable Object value, @Nullable Type column) {
    if (value instanceof Map<?, ?> map) {
      return map(map, column);
    }
    if (value instanceof List<?> list) {
      Type element =
          column != null && column.isListType() ? column.asListType().elementType() : null;
      List<@Nullable Object> fitted = new ArrayList<>(list.size());
      list.forEach(each -> fitted.add(fit(each, element)));
      return fitted;
    }
    if (value instanceof String && column != null && isBytes(column)) {
      throw new ValueMismatchException(
          "bytes", "JSON, in which bytes and text cannot be told apart: produce the record anew");
    }
    if (value instanceof BigDecimal number
        && (column == null || column.typeId() != TypeID.DECIMAL)) {
      return number.doubleValue();
    }
    return value instanceof Integer number ? Long.valueOf(number) : value;
  }

  private Map<String, @Nullable Object> map(Map<?, ?> map, @Nullable Type column) {
    if (column != null && column.isStructType()) {
      return struct(map, column.asStructType());
    }
    Type values = column != null && column.isMapType() ? column.asMapType().valueType() : null;
    Map<String, @Nullable Object> fitted = new LinkedHashMap<>();
    map.forEach((key, value) -> fitted.put((String) key, fit(value, values)));
    return fitted;
  }

  private Map<String, @Nullable Object> struct(Map<?, ?> map, StructType columns) {
    Map<String, @Nullable Object> fitted = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          String name = (String) key;
          NestedField column = nameMatching.find(columns, name);
          if (column == null && value != null && encoding == PayloadEncoding.TYPED_JSON) {
            throw new ValueMismatchException(
                    "a column, whose type the dead letter does not tell: add it to the table",
                    "none")
                .inField(name);
          }
          try {
            fitted.put(name, fit(value, column == null ? null : column.type()));
          } catch (ValueMismatchException e) {
            throw e.inField(name);
          }
        });
    return fitted;
  }

  private static boolean isBytes(Type type) {
    return type.typeId() == TypeID.BINARY || type.typeId() == TypeID.FIXED;
  }
}
