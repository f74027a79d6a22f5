/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.type;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What else a schema says of a field.
 *
 * @param doc the comment beside it; may be empty
 * @param declaredDefault the default that the schema states for it, as it stands there; null if it
 *     states none
 * @param oneof the number of the oneof that it is in, within its message; {@value #NO_ONEOF}
 *     outside
 * @param parameters of the option {@code confluent.field_meta}, such as a decimal's scale
 */
public record FieldTraits(
    String doc, @Nullable String declaredDefault, int oneof, Map<String, String> parameters) {
  /** Of a field that stands in no oneof. */
  public static final int NO_ONEOF = -1;

  public FieldTraits {
    parameters = Map.copyOf(parameters);
  }
}
