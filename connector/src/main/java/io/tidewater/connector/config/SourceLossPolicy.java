/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

/** What to do when records that a table has not got can no longer be had from Kafka. */
public enum SourceLossPolicy {
  /** Stop the table with an error that says what is missing. */
  FAIL,
  /** Say what is missing and go on with what Kafka has. */
  CONTINUE
}
