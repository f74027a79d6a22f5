/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.logical;

/** What values stand for, of a schema whose name says more than its type. */
public sealed interface Meaning permits NumberMeaning, Meaning.OfContent {
  /** Meanings of values that are no numbers, or keep what their type says. */
  enum OfContent implements Meaning {
    /** What the type says. */
    PLAIN,
    /** Text of a UUID. */
    UUID,
    /** ISO-8601 text of a date and time with an offset. */
    INSTANT,
    /** The unscaled digits of a decimal as bytes; its scale is the schema's. */
    DECIMAL,
    /** A struct of a decimal's scale and its unscaled digits. */
    VARIABLE_SCALE_DECIMAL
  }
}
