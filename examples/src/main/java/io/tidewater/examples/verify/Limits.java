/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.verify;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where the comparison stops, as a user writes it: {@code now}, or {@code PARTITION:OFFSET,…}.
 *
 * @param ends the first offset not to compare, for the partitions that are named
 */
record Limits(Map<Integer, Long> ends) {
  /** The ends of the partitions as they are at start. */
  static final Limits NOW = new Limits(Map.of());

  Limits {
    ends = Map.copyOf(ends);
  }

  static Limits parse(String text) {
    if (text.equals("now")) {
      return NOW;
    }
    Map<Integer, Long> ends = new HashMap<>();
    for (String entry : text.split(",", -1)) {
      String[] parts = entry.split(":", -1);
      try {
        if (parts.length == 2) {
          ends.put(Integer.parseUnsignedInt(parts[0]), Long.parseUnsignedLong(parts[1]));
          continue;
        }
      } catch (NumberFormatException e) {
        // Told below, in the user's terms.
      }
      throw new TypeConversionException(
          "'" + entry + "' is no end of a partition: write `now` or, for instance, 0:1000,1:980");
    }
    return new Limits(ends);
  }

  /** Lets the command line take such a text. */
  static final class Parser implements ITypeConverter<Limits> {
    @Override
    public Limits convert(String text) {
      return parse(text);
    }
  }
}
