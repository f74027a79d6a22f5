/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

/** The column type of a time of day. Spark cannot read a table that has a {@code time} column. */
public enum TimeOfDay {
  /** Text in ISO form, such as {@code 13:45:00.123}. */
  STRING,
  /** Iceberg's {@code time}. */
  TIME,
  /** Microseconds after midnight. */
  LONG
}
