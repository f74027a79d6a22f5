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
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.EmptyTypes;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.JsonText;
import io.tidewater.format.value.ValueVisitor;
import io.tidewater.format.value.VariantBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
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
  private final Alignment alignment;
  private final List<String> unknownFields = new ArrayList<>();

  ReaderCompiler(MappingOptions options, Alignment alignment) {
    this.options = options;
    this.alignment = alignment;
  }

  /** Paths of the record's fields that the table has no column for, as far as compiled. */
  List<String> unknownFields() {
    return List.copyOf(unknownFields);
  }

  /**
   * A reader of a struct schema's values into a struct of the table.
   *
   * @param own the schema's own type
   */
  ValueReader struct(Schema schema, StructType own, StructType table, Target target) {
    Map<Integer, Integer> positions = positions(table);
    List<FieldReader> fields = new ArrayList<>();
    Set<Integer> matched = new HashSet<>();
    for (Field field : schema.fields()) {
      NestedField ownField = own.fields().get(field.index());
      NestedField column = alignment.column(ownField);
      Target inside = target.in(field.name());
      if (column != null) {
        matched.add(column.fieldId());
        NullableReader value = nullable(field.schema(), ownField, column, inside);
        int position = Objects.requireNonNull(positions.get(column.fieldId()));
        fields.add(new FieldReader(field.name(), position, column.name(), value));
      } else if (!EmptyTypes.isEmpty(ownField.type())) {
        unknownFields.add(inside.path());
      }
    }
    ValueReader refusal = refusalForAbsent(table, matched);
    return refusal == null ? new StructReader(fields, target.receiver()) : refusal;
  }

  /** A reader of values that are no structs into the one column for them. */
  ValueReader single(Schema schema, NestedField own, StructType table, Target target) {
    NestedField column = alignment.column(own);
    if (column == null) {
      unknownFields.add(own.name());
      return nothing(table, target);
    }
    ValueReader refusal = refusalForAbsent(table, Set.of(column.fieldId()));
    int position = Objects.requireNonNull(positions(table).get(column.fieldId()));
    NullableReader value = nullable(schema, own, column, target.in(own.name()));
    return refusal == null
        ? new ValueColumn(column.name(), position, value, target.receiver())
        : refusal;
  }

  /** A reader that takes nothing from any value: each column has its default, else null. */
  ValueReader nothing(StructType table, Target target) {
    ValueReader refusal = refusalForAbsent(table, Set.of());
    return refusal == null ? new StructReader.Empty(target.receiver()) : refusal;
  }

  private static Map<Integer, Integer> positions(StructType struct) {
    Map<Integer, Integer> positions = new HashMap<>();
    for (NestedField column : struct.fields()) {
      positions.put(column.fieldId(), positions.size());
    }
    return positions;
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

  private NullableReader nullable(
      Schema schema, NestedField own, NestedField column, Target target) {
    ValueReader reader = value(schema, own.type(), column.type(), target);
    return NullableReader.of(column, reader, target.receiver());
  }

  private ValueReader value(Schema schema, Type own, Type column, Target target) {
    ScalarMapping scalar = ConnectTypes.scalar(schema, options);
    if (scalar != null) {
      return scalar(scalar, column, target.receiver());
    }
    if (column.typeId() == TypeID.STRING) {
      JsonText json = new JsonText();
      ValueReader nested = new FormlessReaders(options, json).of(schema);
      return new JsonReader(nested, json, target.receiver());
    }
    if (column.typeId() == TypeID.VARIANT) {
      VariantBuilder variant = new VariantBuilder();
      ValueReader nested = new FormlessReaders(options, variant).of(schema);
      return new VariantReader(nested, variant, target.receiver());
    }
    if (own.typeId() != column.typeId()) {
      return new Refusal("a " + column, "a value of Connect type " + schema.type());
    }
    return switch (schema.type()) {
      case STRUCT -> struct(schema, own.asStructType(), column.asStructType(), target);
      case ARRAY ->
          new ListReader(
              child(schema.valueSchema(), own, column, 0, target.in("element")), target.receiver());
      default ->
          new MapReader(
              child(schema.keySchema(), own, column, 0, target.in("key")),
              child(schema.valueSchema(), own, column, 1, target.in("value")),
              target.receiver());
    };
  }

  private NullableReader child(Schema schema, Type own, Type column, int position, Target target) {
    return nullable(
        schema,
        own.asNestedType().fields().get(position),
        column.asNestedType().fields().get(position),
        target);
  }

  /** A reader of a scalar's values into a column. */
  static ValueReader scalar(ScalarMapping mapping, Type type, ValueVisitor receiver) {
    ScalarReader reader = mapping.reader();
    ValueVisitor column = Conversions.between(mapping.emitted(), type, receiver);
    return value -> reader.read(value, column);
  }

  /** Where a reader's events go, and the path of what it reads, for the list of unknown fields. */
  record Target(String path, ValueVisitor receiver) {
    Target in(String name) {
      return new Target(path.isEmpty() ? name : path + "." + name, receiver);
    }
  }
}
