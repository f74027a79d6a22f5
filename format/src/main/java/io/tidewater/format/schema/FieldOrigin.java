/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a record's schema says of a field besides its name and type: that by which a renamed field
 * is known again.
 *
 * @param aliases former names, as Avro has them
 * @param number the field's number, as Protobuf has it
 */
public record FieldOrigin(List<String> aliases, OptionalInt number) {
  /** A field that has nothing but its name. */
  public static final FieldOrigin NAME_ONLY = new FieldOrigin(List.of(), OptionalInt.empty());

  public FieldOrigin {
    aliases = List.copyOf(aliases);
  }

  /** A field with former names. */
  public static FieldOrigin aliases(List<String> aliases) {
    return new FieldOrigin(aliases, OptionalInt.empty());
  }

  /** A field with a number. */
  public static FieldOrigin number(int number) {
    return new FieldOrigin(List.of(), OptionalInt.of(number));
  }
}
