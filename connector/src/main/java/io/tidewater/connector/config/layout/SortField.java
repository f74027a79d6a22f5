/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config.layout;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.NullOrder;
import org.apache.iceberg.SortDirection;
import org.apache.iceberg.SortOrder;

/**
 * A field of a sort order, such as {@code ts desc nulls last}.
 *
 * @param by the column or a transform of it
 * @param direction ascending unless said otherwise
 * @param nullOrder first when ascending and last when descending, unless said otherwise
 */
public record SortField(ColumnTransform by, SortDirection direction, NullOrder nullOrder) {
  private static final Pattern FIELD =
      Pattern.compile(
          "(?i)(?<by>\\w+\\s*\\([^()]*\\)|[^\\s()]+)(\\s+(?<direction>asc|desc))?(\\s+nulls\\s+(?<nulls>first|last))?");

  public SortField {
    if (by.transform() == Transform.VOID) {
      throw new IllegalArgumentException("Nothing can be sorted by " + by);
    }
  }

  /**
   * Parses one field.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static SortField parse(String text) {
    Matcher field = FIELD.matcher(text.trim());
    if (!field.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no sort field; write: column [asc|desc] [nulls first|nulls last]"
              .formatted(text));
    }
    SortDirection direction =
        "desc".equalsIgnoreCase(field.group("direction")) ? SortDirection.DESC : SortDirection.ASC;
    NullOrder usual = direction == SortDirection.ASC ? NullOrder.NULLS_FIRST : NullOrder.NULLS_LAST;
    String nulls = field.group("nulls");
    return new SortField(
        ColumnTransform.parse(field.group("by")),
        direction,
        nulls == null ? usual : NullOrder.valueOf("NULLS_" + nulls.toUpperCase(Locale.ROOT)));
  }

  /** Parses a list of fields with commas between them; an empty text is an empty list. */
  public static List<SortField> parseList(String text) {
    return ColumnTransform.split(text).stream().map(SortField::parse).toList();
  }

  /** Adds this as a field of a sort order. */
  public SortOrder.Builder addTo(SortOrder.Builder order) {
    return order.sortBy(by.term(), direction, nullOrder);
  }
}
