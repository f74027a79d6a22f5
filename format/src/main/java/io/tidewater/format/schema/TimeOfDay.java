/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** How a time of day is stored. */
public enum TimeOfDay {
  /** As ISO-8601 text with as many digits as the source has, so that it sorts. The default. */
  STRING(Types.StringType.get()),
  /** As microseconds since midnight. */
  LONG(Types.LongType.get()),
  /** As Iceberg's {@code time}. Spark cannot read a table that has such a column, not at all. */
  TIME(Types.TimeType.get());

  private final Type type;

  TimeOfDay(Type type) {
    this.type = type;
  }

  /** The column's type. */
  public Type type() {
    return type;
  }
}
