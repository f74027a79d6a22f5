/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An enum.
 *
 * @param fullName its name, package included
 * @param names by number, the name of each constant, the first declared one where several have the
 *     same number
 * @param first the number that the default has: that of the constant that is declared first
 */
public record EnumType(String fullName, Map<Integer, String> names, int first)
    implements FieldType {
  public EnumType {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /** A constant's name; its digits where the schema has no constant of that number. */
  public String text(int number) {
    String name = names.get(number);
    return name == null ? Integer.toString(number) : name;
  }
}
