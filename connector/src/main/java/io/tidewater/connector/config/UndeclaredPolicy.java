/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

/** What becomes of the members of JSON that its JSON Schema does not declare, but lets be there. */
public enum UndeclaredPolicy {
  /** They are kept in a column of their own, {@code _extra}. */
  KEEP,
  /** Their records are bad. */
  REFUSE,
  /** They are dropped. */
  IGNORE
}
