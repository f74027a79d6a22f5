/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/**
 * A change that owners make to their records, as the page of evolution shows it.
 *
 * @param title what they did
 * @param policy what the table does with conflicts
 * @param before the records of old writers, with one of their values
 * @param after those of new writers
 */
record MatrixChange(String title, ConflictPolicy policy, Records before, Records after) {
  private static final Type LONG = Types.LongType.get();
  private static final Type INT = Types.IntegerType.get();
  private static final Type STRING = Types.StringType.get();
  private static final NestedField KEPT = NestedField.optional(50, "k", LONG);
  private static final NestedField C = NestedField.optional(1, "c", LONG);
  private static final NestedField REQUIRED = NestedField.required(1, "c", LONG);

  /**
   * @param origins by the field's name
   * @param values by the field's name
   */
  record Records(
      List<NestedField> fields, Map<String, FieldOrigin> origins, Map<String, Object> values) {
    static Records of(Map<String, Object> values, NestedField... fields) {
      return new Records(List.of(fields), Map.of(), values);
    }

    Records told(FieldOrigin origin) {
      return new Records(fields, Map.of(fields.get(0).name(), origin), values);
    }
  }

  static List<MatrixChange> all() {
    NestedField renamed = NestedField.optional(1, "d", LONG);
    Records one = c(1L, C);
    return List.of(
        change("adds a field", one, Records.of(Map.of("c", 2L, "d", 3L), C, field(2, "d", LONG))),
        change(
            "adds a field with a default",
            one,
            Records.of(Map.of("c", 2L, "d", 3L), C, withDefault(2, "d", 9L))),
        change("drops a field", Records.of(Map.of("c", 1L, "k", 1L), C, KEPT), kept()),
        change(
            "drops a required field", Records.of(Map.of("c", 1L, "k", 1L), REQUIRED, KEPT), kept()),
        change("makes a field optional", c(1L, REQUIRED), Records.of(new HashMap<>(), C)),
        change("makes a field required", one, c(2L, REQUIRED)),
        change(
            "puts fields in another order",
            Records.of(Map.of("c", 1L, "k", 1L), C, KEPT),
            Records.of(Map.of("c", 2L, "k", 2L), KEPT, C)),
        change(
            "renames a field, with its old name as alias (Avro)",
            one,
            Records.of(Map.of("d", 2L), renamed).told(FieldOrigin.aliases(List.of("c")))),
        change(
            "renames a field, with its number (Protobuf)",
            one.told(FieldOrigin.number(4)),
            Records.of(Map.of("d", 2L), renamed).told(FieldOrigin.number(4))),
        change("renames a field, and tells nobody", one, Records.of(Map.of("d", 2L), renamed)),
        change(
            "adds a field whose name differs in case, where case is ignored",
            one,
            Records.of(Map.of("c", 2L, "C", 3L), C, field(2, "C", LONG))),
        change("changes a doc", one, c(2L, NestedField.optional(1, "c", LONG, "new"))),
        change("changes a default", c(1L, withDefault(1, "c", 8L)), c(2L, withDefault(1, "c", 9L))),
        change("int to long", c(1, field(INT)), c(2L, C)),
        change(
            "float to double",
            c(1f, field(Types.FloatType.get())),
            c(2d, field(Types.DoubleType.get()))),
        change(
            "decimal(4, 2) to decimal(6, 2)",
            c(new BigDecimal("1.00"), field(Types.DecimalType.of(4, 2))),
            c(new BigDecimal("2000.00"), field(Types.DecimalType.of(6, 2)))),
        change(
            "date to timestamp",
            c(1, field(Types.DateType.get())),
            c(1L, field(Types.TimestampType.withoutZone()))),
        change("long to int", one, c(2, field(INT))),
        change("long to string, policy `fail` or `dead-letter`", one, c("two", field(STRING))),
        change(
            "long to boolean, policy `fail` or `dead-letter`",
            one,
            c(true, field(Types.BooleanType.get()))),
        new MatrixChange(
            "long to string, policy `new-column`",
            ConflictPolicy.NEW_COLUMN,
            one,
            c("two", field(STRING))),
        new MatrixChange(
            "long to string, policy `widen-to-string`",
            ConflictPolicy.WIDEN_TO_STRING,
            one,
            c("two", field(STRING))));
  }

  private static MatrixChange change(String title, Records before, Records after) {
    return new MatrixChange(title, ConflictPolicy.FAIL, before, after);
  }

  private static Records kept() {
    return Records.of(Map.of("k", 2L), KEPT);
  }

  private static Records c(Object value, NestedField field) {
    return Records.of(Map.of("c", value), field);
  }

  private static NestedField field(Type type) {
    return field(1, "c", type);
  }

  private static NestedField field(int id, String name, Type type) {
    return NestedField.optional(id, name, type);
  }

  private static NestedField withDefault(int id, String name, long value) {
    return NestedField.optional(name)
        .withId(id)
        .ofType(LONG)
        .withInitialDefault(Literal.of(value))
        .withWriteDefault(Literal.of(value))
        .build();
  }
}
