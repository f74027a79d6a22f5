/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

/** What becomes of a record that no table takes. */
public enum UnroutedPolicy {
  /** It goes the way of a bad record: Connect's {@code errors.*} options decide. */
  REJECT,
  /** It is left out and counted. */
  SKIP
}
