/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.MappingOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/** Compares what the Avro library reads with what a table holds. */
record StoredValues(Alignment alignment) {
  /** Every value of a record is in its column. */
  void assertSame(Schema schema, Type incoming, @Nullable Object sent, @Nullable Object stored) {
    if (sent == null) {
      assertThat(stored).isNull();
      return;
    }
    Object found = Objects.requireNonNull(stored, () -> "nothing stored of " + sent);
    if (incoming.isNestedType() && found instanceof CharSequence json) {
      AvroJson.assertSame(schema, sent, json.toString());
      return;
    }
    switch (schema.getType()) {
      case RECORD -> assertSameFields(schema, incoming, (GenericRecord) sent, (Record) found);
      case UNION -> assertSameBranch(schema, incoming, sent, found);
      case ARRAY -> {
        Type element = incoming.asListType().elementType();
        assertThat((List<?>) found).hasSameSizeAs((List<?>) sent);
        for (int i = 0; i < ((List<?>) sent).size(); i++) {
          Object item = ((List<?>) sent).get(i);
          assertSame(schema.getElementType(), element, item, ((List<?>) found).get(i));
        }
      }
      case MAP -> {
        Type value = incoming.asMapType().valueType();
        Map<String, @Nullable Object> entries = new HashMap<>();
        ((Map<?, ?>) sent).forEach((key, item) -> entries.put(key.toString(), item));
        assertThat(((Map<?, ?>) found).keySet()).isEqualTo(entries.keySet());
        entries.forEach(
            (key, item) ->
                assertSame(schema.getValueType(), value, item, ((Map<?, ?>) found).get(key)));
      }
      case STRING -> assertThat(text(found)).isEqualTo(sent.toString());
      case BYTES -> assertThat(bytes(found)).isEqualTo(sent);
      case FLOAT -> assertThat(((Number) found).floatValue()).isEqualTo(sent);
      case DOUBLE -> assertThat(((Number) found).doubleValue()).isEqualTo(sent);
      default -> assertThat(plain(found)).isEqualTo(plain(sent));
    }
  }

  /** Fields that the writer had, under whatever name, are stored as the next schema reads them. */
  void assertWritten(
      Schema next, StructType incoming, @Nullable Object sent, Record stored, Schema writer) {
    for (Schema.Field field : next.getFields()) {
      boolean written =
          writer.getField(field.name()) != null
              || field.aliases().stream().anyMatch(alias -> writer.getField(alias) != null);
      Object value = ((GenericRecord) Objects.requireNonNull(sent)).get(field.pos());
      NestedField known = incoming.field(field.name());
      // Within nested values there are fields of the next schema that the writer had not.
      if (written && known != null) {
        NestedField column = Objects.requireNonNull(alignment.column(known));
        Object found = onlyValue(column.name(), stored);
        Schema type = value == null ? field.schema() : branch(field.schema(), value);
        boolean plain = AvroTypes.scalar(type, MappingOptions.DEFAULTS) != null;
        if (value == null) {
          assertThat(found).isNull();
        } else if (plain && !severalTypes(writer, field)) {
          assertSame(type, Types.StringType.get(), value, found);
        }
      }
    }
  }

  private static boolean severalTypes(Schema writer, Schema.Field field) {
    return Stream.concat(Stream.of(field.name()), field.aliases().stream())
        .map(writer::getField)
        .filter(Objects::nonNull)
        .map(Schema.Field::schema)
        .anyMatch(
            schema ->
                schema.getType() == Schema.Type.UNION && AvroTypes.branches(schema).size() > 1);
  }

  private static Schema branch(Schema schema, Object value) {
    return schema.getType() == Schema.Type.UNION
        ? schema.getTypes().get(GenericData.get().resolveUnion(schema, value))
        : schema;
  }

  /** What a field has in the one of its columns that has something. */
  private static @Nullable Object onlyValue(String column, Record stored) {
    String first = column.replaceFirst("__v[0-9]+$", "");
    List<Object> found = new ArrayList<>();
    for (NestedField each : stored.struct().fields()) {
      Object value = stored.getField(each.name());
      boolean version = each.name().matches(Pattern.quote(first) + "(__v[0-9]+)?");
      if (version && value != null) {
        found.add(value);
      }
    }
    assertThat(found).as(first).hasSizeLessThanOrEqualTo(1);
    return found.isEmpty() ? null : found.get(0);
  }

  private void assertSameFields(Schema schema, Type incoming, GenericRecord sent, Record stored) {
    for (Schema.Field field : schema.getFields()) {
      NestedField known = incoming.asStructType().field(field.name());
      if (known != null) {
        NestedField column = Objects.requireNonNull(alignment.column(known), field::name);
        Object value = stored.getField(column.name());
        assertThat(onlyValue(column.name(), stored)).as(column.name()).isEqualTo(value);
        assertSame(field.schema(), known.type(), sent.get(field.pos()), value);
      }
    }
  }

  private void assertSameBranch(Schema schema, Type incoming, Object sent, Object stored) {
    List<Schema> branches = AvroTypes.branches(schema);
    Schema branch = schema.getTypes().get(GenericData.get().resolveUnion(schema, sent));
    if (branches.size() == 1) {
      assertSame(branch, incoming, sent, stored);
      return;
    }
    List<String> names = BranchNames.of(branches);
    String name = names.get(branches.indexOf(branch));
    for (NestedField known : incoming.asStructType().fields()) {
      NestedField column = Objects.requireNonNull(alignment.column(known));
      Object value = ((Record) stored).getField(column.name());
      if (known.name().equals(name)) {
        assertSame(branch, known.type(), sent, value);
      } else if (known.type().typeId() == TypeID.STRING && !names.contains(known.name())) {
        assertThat(value).isEqualTo(name);
      } else {
        assertThat(value).isNull();
      }
    }
  }

  /** Text, which is in a column of bytes where former writers had those. */
  private static String text(Object stored) {
    return stored instanceof ByteBuffer bytes
        ? StandardCharsets.UTF_8.decode(bytes.duplicate()).toString()
        : stored.toString();
  }

  /** Bytes, which are in a column of text where former writers had that. */
  private static Object bytes(Object stored) {
    return stored instanceof CharSequence text
        ? StandardCharsets.UTF_8.encode(text.toString())
        : stored;
  }

  /** One Java value for what the library and Iceberg have in several classes. */
  private static Object plain(Object value) {
    if (value instanceof Float || value instanceof Double) {
      return ((Number) value).doubleValue();
    }
    if (value instanceof Number number) {
      return number.longValue();
    }
    if (value instanceof GenericData.Fixed fixed) {
      return ByteBuffer.wrap(fixed.bytes());
    }
    if (value instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    return value instanceof Boolean || value instanceof ByteBuffer ? value : value.toString();
  }
}
