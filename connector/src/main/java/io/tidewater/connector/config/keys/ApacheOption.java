/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config.keys;

/**
 * What becomes of an option of the Apache Iceberg sink or of its ancestor.
 *
 * @param key the option's key, or the form of the keys that share a prefix
 * @param treatment what happens when it is set
 * @param note why, what differs, and what to use instead; empty if there is nothing to say
 */
public record ApacheOption(String key, Treatment treatment, String note) {

  /** What happens to an option. */
  public enum Treatment {
    /** It means the same; the note tells what differs. */
    ACCEPTED,
    /** It may be set, changes nothing, and the log says why. */
    NO_EFFECT,
    /** The connector does not start, because rows would be other than the user expects. */
    REFUSED,
    /** It may be switched off; switched on it is refused. */
    REFUSED_WHEN_TRUE
  }

  static ApacheOption accepted(String key, String note) {
    return new ApacheOption(key, Treatment.ACCEPTED, note);
  }

  static ApacheOption withoutEffect(String key, String note) {
    return new ApacheOption(key, Treatment.NO_EFFECT, note);
  }

  static ApacheOption refused(String key, String note) {
    return new ApacheOption(key, Treatment.REFUSED, note);
  }

  static ApacheOption refusedWhenTrue(String key, String note) {
    return new ApacheOption(key, Treatment.REFUSED_WHEN_TRUE, note);
  }

  /** Whether a configuration that sets the option to this value may be used. */
  boolean allows(String value) {
    return switch (treatment) {
      case ACCEPTED, NO_EFFECT -> true;
      case REFUSED -> false;
      case REFUSED_WHEN_TRUE -> "false".equalsIgnoreCase(value.trim());
    };
  }
}
