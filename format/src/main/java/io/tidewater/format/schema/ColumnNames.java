/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.List;
import java.util.Locale;

/** What a new column is called, given the name that records have for it. */
public enum ColumnNames {
  /** As the records call it. */
  AS_IS {
    @Override
    public String of(String field) {
      return field;
    }
  },
  /**
   * As Glue, Snowflake and BigQuery all take it without quotes: lower case, {@code _} for all but
   * letters and digits of ASCII, no digit first, none of the prefixes that BigQuery keeps for
   * itself, at most {@value ColumnNames#LONGEST} characters.
   */
  PORTABLE {
    @Override
    public String of(String field) {
      StringBuilder name = new StringBuilder(field.length());
      field
          .toLowerCase(Locale.ROOT)
          .codePoints()
          .forEach(character -> name.append(isPlain(character) ? (char) character : '_'));
      if (name.length() > 0 && isDigit(name.charAt(0))) {
        name.insert(0, '_');
      }
      String plain = name.toString();
      String free = RESERVED_PREFIXES.stream().anyMatch(plain::startsWith) ? "x" + plain : plain;
      return shortened(free, LONGEST);
    }
  };

  /** The most characters that Glue and Snowflake take. */
  public static final int LONGEST = 255;

  private static final List<String> RESERVED_PREFIXES =
      List.of(
          "_table_",
          "_file_",
          "_partition",
          "_row_timestamp",
          "__root__",
          "_colidentifier",
          "_change_sequence_number",
          "_change_timestamp",
          "_change_type");

  /** The name of the column that is made for a field, as long as no other column has it. */
  public abstract String of(String field);

  /** A name with something after it, if need be shortened as other names are. */
  String with(String name, String suffix) {
    return this == AS_IS ? name + suffix : shortened(name, LONGEST - suffix.length()) + suffix;
  }

  private static boolean isPlain(int character) {
    return (character >= 'a' && character <= 'z') || isDigit(character) || character == '_';
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private static String shortened(String name, int longest) {
    return name.length() <= longest ? name : name.substring(0, longest);
  }
}
