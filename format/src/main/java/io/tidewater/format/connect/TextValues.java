/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.StringType;
import org.apache.iceberg.types.Types.TimestampType;
import org.apache.iceberg.types.Types.UUIDType;

/** Logical types that come as text. */
final class TextValues {
  /** Text that stays as it is. */
  static final ScalarMapping TEXT = PlainType.STRING.mapping();

  /** The text of a UUID. */
  static final ScalarMapping UUID = parsedAs(UUIDType.get());

  /** The ISO-8601 text of a date and time with an offset. */
  static final ScalarMapping INSTANT = parsedAs(TimestampType.withZone());

  private TextValues() {}

  private static ScalarMapping parsedAs(Type type) {
    return new ScalarMapping(type, StringType.get(), TEXT.reader());
  }
}
