/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config.layout;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.expressions.Term;

/**
 * A transform of one column, such as {@code day(_kafka_timestamp)} or {@code bucket(id, 16)}.
 *
 * @param transform what is done with the column's value
 * @param column the column's name; dots lead into structs
 * @param width the number of buckets or the width of truncation, where the transform takes one
 */
public record ColumnTransform(Transform transform, String column, OptionalInt width) {
  private static final Pattern CALL = Pattern.compile("(\\w+)\\s*\\(([^()]*)\\)");
  private static final Pattern COMMA_OUTSIDE_PARENTHESES = Pattern.compile(",(?![^()]*\\))");

  public ColumnTransform {
    if (column.isEmpty() || !column.matches("[^\\s(),]+")) {
      throw new IllegalArgumentException("'%s' is no column name".formatted(column));
    }
    if (transform.takesWidth() != width.isPresent()) {
      throw new IllegalArgumentException(
          transform.takesWidth()
              ? "Write a column and a number: %s(%s, 16)".formatted(transform.text(), column)
              : "Write a column only: %s(%s)".formatted(transform.text(), column));
    }
    if (width.isPresent() && width.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "The number of %s(%s, n) must be 1 or more".formatted(transform.text(), column));
    }
  }

  /**
   * Parses one transform; a bare column is its identity.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static ColumnTransform parse(String text) {
    Matcher call = CALL.matcher(text.trim());
    if (!call.matches()) {
      return new ColumnTransform(Transform.IDENTITY, text.trim(), OptionalInt.empty());
    }
    Transform transform =
        Transform.named(call.group(1))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no transform '%s'; there are %s"
                            .formatted(
                                call.group(1),
                                Arrays.stream(Transform.values()).map(Transform::text).toList())));
    String[] arguments = call.group(2).split(",", 2);
    return new ColumnTransform(
        transform,
        arguments[0].trim(),
        arguments.length == 1 ? OptionalInt.empty() : OptionalInt.of(number(arguments[1].trim())));
  }

  /** Parses a list of transforms with commas between them; an empty text is an empty list. */
  public static List<ColumnTransform> parseList(String text) {
    return split(text).stream().map(ColumnTransform::parse).toList();
  }

  static List<String> split(String text) {
    return text.isBlank()
        ? List.of()
        : List.of(COMMA_OUTSIDE_PARENTHESES.split(text, -1)).stream().map(String::trim).toList();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'%s' is no number".formatted(text), e);
    }
  }

  /** Adds this as a field of a partition spec. */
  public PartitionSpec.Builder addTo(PartitionSpec.Builder spec) {
    return switch (transform) {
      case IDENTITY -> spec.identity(column);
      case YEAR -> spec.year(column);
      case MONTH -> spec.month(column);
      case DAY -> spec.day(column);
      case HOUR -> spec.hour(column);
      case BUCKET -> spec.bucket(column, width.getAsInt());
      case TRUNCATE -> spec.truncate(column, width.getAsInt());
      case VOID -> spec.alwaysNull(column);
    };
  }

  /** This as a term of a sort order. */
  public Term term() {
    return switch (transform) {
      case IDENTITY -> Expressions.ref(column);
      case YEAR -> Expressions.year(column);
      case MONTH -> Expressions.month(column);
      case DAY -> Expressions.day(column);
      case HOUR -> Expressions.hour(column);
      case BUCKET -> Expressions.bucket(column, width.getAsInt());
      case TRUNCATE -> Expressions.truncate(column, width.getAsInt());
      case VOID ->
          throw new IllegalArgumentException("Nothing can be sorted by void(%s)".formatted(column));
    };
  }

  @Override
  public String toString() {
    if (transform == Transform.IDENTITY) {
      return column;
    }
    String number = width.isPresent() ? ", " + width.getAsInt() : "";
    return transform.text() + "(" + column + number + ")";
  }
}
