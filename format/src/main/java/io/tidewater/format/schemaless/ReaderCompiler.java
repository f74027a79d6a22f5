/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.plan.ListReader;
import io.tidewater.format.plan.MapReader;
import io.tidewater.format.plan.NullableReader;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.plan.VariantReader;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Naming;
import io.tidewater.format.value.ValueVisitor;
import io.tidewater.format.value.VariantBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/** Makes the readers for the types of a table. */
final class ReaderCompiler {
  private final Naming naming;
  private final FieldHistory history;
  private final UnknownFields unknownFields;

  ReaderCompiler(Naming naming, FieldHistory history, UnknownFields unknownFields) {
    this.naming = naming;
    this.history = history;
    this.unknownFields = unknownFields;
  }

  StructReader struct(StructType type, String path, ValueVisitor receiver) {
    List<FieldReader> fields = new ArrayList<>();
    for (NestedField field : type.fields()) {
      fields.add(
          new FieldReader(
              field,
              nullable(
                  field, path.isEmpty() ? field.name() : path + "." + field.name(), receiver)));
    }
    FieldNames names = new FieldNames(type, history, naming);
    UnknownFieldFilter unknown = new UnknownFieldFilter(path, unknownFields);
    return new StructReader(names, fields, unknown, receiver);
  }

  private NullableReader nullable(NestedField field, String path, ValueVisitor receiver) {
    return NullableReader.of(field, value(field.type(), path, receiver), receiver);
  }

  private ValueReader value(Type type, String path, ValueVisitor receiver) {
    return switch (type.typeId()) {
      case STRUCT -> struct(type.asStructType(), path, receiver);
      case LIST -> list(type.asListType(), path, receiver);
      case MAP -> map(type.asMapType(), path, receiver);
      case STRING -> new TextReader(receiver);
      case VARIANT -> variant(receiver);
      default -> new ScalarReader(Conversions.into(type, receiver));
    };
  }

  private static ValueReader variant(ValueVisitor receiver) {
    VariantBuilder variant = new VariantBuilder();
    return new VariantReader(value -> SchemalessValue.emit(value, variant), variant, receiver);
  }

  private ValueReader list(ListType type, String path, ValueVisitor receiver) {
    return new ListReader(nullable(type.fields().get(0), path + ".element", receiver), receiver);
  }

  private ValueReader map(MapType type, String path, ValueVisitor receiver) {
    return new MapReader(
        nullable(type.fields().get(0), path + ".key", receiver),
        nullable(type.fields().get(1), path + ".value", receiver),
        receiver);
  }
}
