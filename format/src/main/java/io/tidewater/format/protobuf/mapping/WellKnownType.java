/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.protobuf.type.ProtoField;
import io.tidewater.format.schema.MappingOptions;
import org.jspecify.annotations.Nullable;

/** Messages that stand for a value. */
final class WellKnownType {
  private WellKnownType() {}

  static @Nullable Shape shape(
      String fullName, @Nullable ProtoField field, MappingOptions options) {
    return null;
  }
}
