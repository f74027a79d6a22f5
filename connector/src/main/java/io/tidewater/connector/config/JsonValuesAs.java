/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

/** What JSON without a schema becomes. */
public enum JsonValuesAs {
  /** The members of objects are columns, of the types that the records show. */
  COLUMNS,
  /** Each value is whole in one column. */
  WHOLE
}
