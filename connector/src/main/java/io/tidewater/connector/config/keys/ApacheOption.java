/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config.keys;

/**
 * An option of the Apache Iceberg sink or of its ancestor that this connector treats otherwise than
 * by giving it its meaning.
 *
 * @param key the option's key
 * @param treatment what happens when it is set
 * @param reason why, and what to use instead
 */
public record ApacheOption(String key, Treatment treatment, String reason) {

  /** What happens to an option that is not simply accepted. */
  public enum Treatment {
    /** It may be set, changes nothing, and the log says why. */
    NO_EFFECT,
    /** The connector does not start, because rows would be other than the user expects. */
    REFUSED,
    /** It may be switched off; switched on it is refused. */
    REFUSED_WHEN_TRUE
  }

  /** Whether a configuration that sets the option to this value may be used. */
  boolean allows(String value) {
    return switch (treatment) {
      case NO_EFFECT -> true;
      case REFUSED -> false;
      case REFUSED_WHEN_TRUE -> "false".equalsIgnoreCase(value.trim());
    };
  }
}
