/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** How a timestamp in nanoseconds since 1970 is stored: a wall clock's, or an instant. */
public enum NanoTimestamps {
  /**
   * As ISO-8601 text with nine digits, so that it sorts; that of an instant ends with {@code Z}.
   * The default.
   */
  STRING(Types.StringType.get(), Types.StringType.get()),
  /** As nanoseconds since 1970. */
  LONG(Types.LongType.get(), Types.LongType.get()),
  /** As a timestamp in microseconds; a value with a finer part is refused. */
  MICROS(Types.TimestampType.withoutZone(), Types.TimestampType.withZone()),
  /**
   * As {@code timestamp_ns} or {@code timestamptz_ns} of format version 3. Spark cannot read such a
   * table, not at all.
   */
  NANOS(Types.TimestampNanoType.withoutZone(), Types.TimestampNanoType.withZone());

  private final Type type;
  private final Type zonedType;

  NanoTimestamps(Type type, Type zonedType) {
    this.type = type;
    this.zonedType = zonedType;
  }

  /** The type of a wall clock's column. */
  public Type type() {
    return type;
  }

  /** The type of an instant's column. */
  public Type zonedType() {
    return zonedType;
  }
}
