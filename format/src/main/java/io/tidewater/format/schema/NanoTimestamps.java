/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** How a timestamp without a zone in nanoseconds since 1970 is stored. */
public enum NanoTimestamps {
  /** As ISO-8601 text with nine digits, so that it sorts. The default. */
  STRING(Types.StringType.get()),
  /** As nanoseconds since 1970. */
  LONG(Types.LongType.get()),
  /** As {@code timestamp} in microseconds; a value with a finer part is refused. */
  MICROS(Types.TimestampType.withoutZone()),
  /** As {@code timestamp_ns} of format version 3. Spark cannot read such a table, not at all. */
  NANOS(Types.TimestampNanoType.withoutZone());

  private final Type type;

  NanoTimestamps(Type type) {
    this.type = type;
  }

  /** The column's type. */
  public Type type() {
    return type;
  }
}
