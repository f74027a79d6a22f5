/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

/** What a record does to the rows of its key that came before it. */
public enum WriteMode {
  /** Nothing: each record is a row. */
  APPEND,
  /** It replaces them: the table holds the latest row of each key. */
  UPSERT
}
