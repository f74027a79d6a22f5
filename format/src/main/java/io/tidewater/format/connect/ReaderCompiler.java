/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.connect.StructReader.FieldReader;
import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.plan.JsonReader;
import io.tidewater.format.plan.ListReader;
import io.tidewater.format.plan.MapReader;
import io.tidewater.format.plan.NullableReader;
import io.tidewater.format.plan.Refusal;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.plan.VariantReader;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.JsonText;
import io.tidewater.format.value.ValueVisitor;
import io.tidewater.format.value.VariantBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a Connect schema against the types of a table, once. Never fails: where the two cannot
 * meet it leaves a reader that refuses each value, so that only records that have one there fail.
 */
final class ReaderCompiler {
  private final MappingOptions options;
  private final List<String> unknownFields = new ArrayList<>();

  ReaderCompiler(MappingOptions options) {
    this.options = options;
  }

  /** Paths of the record's fields that the table has no column for, as far as compiled. */
  List<String> unknownFields() {
    return List.copyOf(unknownFields);
  }

  /** A reader of a struct schema's values into a struct of the table. */
  ValueReader struct(Schema schema, StructType struct, Target target) {
    List<FieldReader> fields = new ArrayList<>();
    Set<Integer> matched = new HashSet<>();
    for (Field field : schema.fields()) {
      NestedField column = options.nameMatching().find(struct, field.name());
      String path = target.path(field.name());
      if (column != null && matched.add(column.fieldId())) {
        fields.add(field(field, column, struct, target.at(path)));
      } else if (new ConnectTypes(options).type(field.schema(), path) != null) {
        unknownFields.add(path);
      }
    }
    ValueReader refusal = refusalForAbsent(struct, matched);
    return refusal == null ? new StructReader(fields, target.receiver()) : refusal;
  }

  /** A reader of values that are no structs into the one column for them. */
  ValueReader single(Schema schema, StructType table, Target target) {
    String name = ConnectMapping.VALUE_COLUMN;
    NestedField column = options.nameMatching().find(table, name);
    if (column == null) {
      unknownFields.add(name);
      return nothing(table, target);
    }
    ValueReader refusal = refusalForAbsent(table, Set.of(column.fieldId()));
    int position = table.fields().indexOf(column);
    NullableReader value = nullable(schema, column, target.at(name));
    return refusal == null
        ? new ValueColumn(column.name(), position, value, target.receiver())
        : refusal;
  }

  /** A reader that takes nothing from any value: each column has its default, else null. */
  ValueReader nothing(StructType table, Target target) {
    ValueReader refusal = refusalForAbsent(table, Set.of());
    return refusal == null ? new StructReader.Empty(target.receiver()) : refusal;
  }

  private static @Nullable ValueReader refusalForAbsent(StructType struct, Set<Integer> present) {
    for (NestedField column : struct.fields()) {
      boolean needed = column.isRequired() && column.writeDefault() == null;
      if (needed && !present.contains(column.fieldId())) {
        return new Refusal("the required field " + column.name(), "a record without it");
      }
    }
    return null;
  }

  private FieldReader field(Field field, NestedField column, StructType struct, Target target) {
    int position = struct.fields().indexOf(column);
    NullableReader value = nullable(field.schema(), column, target);
    return new FieldReader(field.name(), position, column.name(), value);
  }

  /** A reader of a schema's values, null included, into a column. */
  NullableReader nullable(Schema schema, NestedField column, Target target) {
    return NullableReader.of(column, value(schema, column.type(), target), target.receiver());
  }

  private ValueReader value(Schema schema, Type type, Target target) {
    ScalarMapping scalar = ConnectTypes.scalar(schema, options);
    if (scalar != null) {
      return scalar(scalar, type, target.receiver());
    }
    if (type.typeId() == TypeID.STRING) {
      return json(schema, target);
    }
    if (type.typeId() == TypeID.VARIANT) {
      return variant(schema, target);
    }
    return switch (schema.type()) {
      case STRUCT ->
          type.isStructType() ? struct(schema, type.asStructType(), target) : refuse(schema, type);
      case ARRAY ->
          type.isListType() ? list(schema, type.asListType(), target) : refuse(schema, type);
      default -> type.isMapType() ? map(schema, type.asMapType(), target) : refuse(schema, type);
    };
  }

  private static ValueReader scalar(ScalarMapping mapping, Type type, ValueVisitor receiver) {
    ScalarReader reader = mapping.reader();
    ValueVisitor column = Conversions.between(mapping.emitted(), type, receiver);
    return value -> reader.read(value, column);
  }

  private ValueReader list(Schema schema, ListType type, Target target) {
    NestedField element = type.fields().get(0);
    Target inside = target.at(target.path("element"));
    return new ListReader(nullable(schema.valueSchema(), element, inside), target.receiver());
  }

  private ValueReader map(Schema schema, MapType type, Target target) {
    NestedField key = type.fields().get(0);
    NestedField value = type.fields().get(1);
    return new MapReader(
        nullable(schema.keySchema(), key, target.at(target.path("key"))),
        nullable(schema.valueSchema(), value, target.at(target.path("value"))),
        target.receiver());
  }

  private ValueReader json(Schema schema, Target target) {
    Type own = new ConnectTypes(options).type(schema, target.path());
    if (own == null) {
      String empty = schema.type() == Schema.Type.ARRAY ? "[]" : "{}";
      return value -> target.receiver().stringValue(empty);
    }
    JsonText json = new JsonText();
    ValueReader nested = new ReaderCompiler(options).value(schema, own, new Target("", json));
    return new JsonReader(nested, json, target.receiver());
  }

  private ValueReader variant(Schema schema, Target target) {
    Type own = new ConnectTypes(options).type(schema, target.path());
    VariantBuilder variant = new VariantBuilder();
    ValueReader nested =
        own == null
            ? empty(schema, variant)
            : new ReaderCompiler(options).value(schema, own, new Target("", variant));
    return new VariantReader(nested, variant, target.receiver());
  }

  private static ValueReader empty(Schema schema, ValueVisitor receiver) {
    if (schema.type() != Schema.Type.ARRAY) {
      return new StructReader.Empty(receiver);
    }
    return value -> {
      receiver.startList(0);
      receiver.endList();
    };
  }

  private static ValueReader refuse(Schema schema, Type type) {
    return new Refusal("a " + type, "a value of Connect type " + schema.type());
  }

  /** Where a reader's events go, and the path of what it reads, for the list of unknown fields. */
  record Target(String path, ValueVisitor receiver) {
    Target at(String deeper) {
      return new Target(deeper, receiver);
    }

    String path(String name) {
      return path.isEmpty() ? name : path + "." + name;
    }
  }
}
