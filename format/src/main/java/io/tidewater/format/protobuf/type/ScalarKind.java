/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.type;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The scalar types that Protobuf has. */
public enum ScalarKind implements FieldType {
  DOUBLE,
  FLOAT,
  INT32,
  INT64,
  UINT32,
  UINT64,
  SINT32,
  SINT64,
  FIXED32,
  FIXED64,
  SFIXED32,
  SFIXED64,
  BOOL,
  STRING,
  BYTES;

  /** The type of a keyword; null if it is the name of a message or an enum. */
  public static @Nullable ScalarKind of(String keyword) {
    for (ScalarKind kind : values()) {
      if (kind.keyword().equals(keyword)) {
        return kind;
      }
    }
    return null;
  }

  /** What the language calls it. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether many of them may be written into one length-prefixed field. */
  public boolean isPackable() {
    return this != STRING && this != BYTES;
  }
}
