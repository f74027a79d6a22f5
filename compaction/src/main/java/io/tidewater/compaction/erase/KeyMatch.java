/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SingleValueParser;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.util.StructLikeSet;

/** Rows of a table whose columns have the values of a key. */
final class KeyMatch {
  private KeyMatch() {}

  /**
   * Reads the keys of a request by the types of the table's columns.
   *
   * @throws IllegalArgumentException they do not fit; the message tells no value
   */
  static Match of(EraseRequest request, Schema schema) {
    List<NestedField> fields = new ArrayList<>();
    for (String column : request.columns()) {
      NestedField field = schema.asStruct().field(column);
      if (field == null || !field.type().isPrimitiveType()) {
        throw new IllegalArgumentException(
            request
                + " names column "
                + column
                + ": expected a top-level column of primitive type");
      }
      fields.add(field);
    }
    if (fields.isEmpty() || request.keys().isEmpty()) {
      throw new IllegalArgumentException(request + " names no column, or no key");
    }
    Schema columns = new Schema(fields);
    StructLikeSet keys = StructLikeSet.create(columns.asStruct());
    List<List<Object>> values = new ArrayList<>();
    fields.forEach(field -> values.add(new ArrayList<>()));
    for (int index = 0; index < request.keys().size(); index++) {
      List<JsonNode> texts = request.keys().get(index);
      if (texts.size() != fields.size()) {
        throw new IllegalArgumentException(
            request
                + ": key number "
                + (index + 1)
                + " has "
                + texts.size()
                + " values, expected "
                + fields.size());
      }
      GenericRecord key = GenericRecord.create(columns);
      for (int i = 0; i < fields.size(); i++) {
        Object value = parse(request, index, fields.get(i), texts.get(i));
        key.set(i, value);
        values.get(i).add(value);
      }
      keys.add(key);
    }
    Expression pruning = Expressions.alwaysTrue();
    for (int i = 0; i < fields.size(); i++) {
      pruning = Expressions.and(pruning, Expressions.in(fields.get(i).name(), values.get(i)));
    }
    return new Match(columns, pruning, keys::contains);
  }

  private static Object parse(EraseRequest request, int index, NestedField field, JsonNode text) {
    Object value = null;
    boolean fits = true;
    try {
      value = SingleValueParser.fromJson(field.type(), text);
    } catch (RuntimeException e) {
      // What it says would hold the value.
      fits = false;
    }
    if (!fits || value == null) {
      throw new IllegalArgumentException(
          request
              + ": key number "
              + (index + 1)
              + " has no "
              + field.type()
              + " for column "
              + field.name()
              + ", in JSON as Iceberg writes single values");
    }
    return value;
  }
}
