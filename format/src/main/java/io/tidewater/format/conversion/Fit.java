/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

/** How well the values of one type fit into a column of another. */
public enum Fit {
  /** Every value fits. */
  ALWAYS,
  /** Some values fit; each is looked at, and those that do not are refused. */
  BY_VALUE,
  /** The types do not go together: no value fits, but for null and, by chance, a zero. */
  NEVER
}
