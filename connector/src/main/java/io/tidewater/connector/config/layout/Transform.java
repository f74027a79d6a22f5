/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config.layout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The partition transforms of the Iceberg table specification. */
public enum Transform {
  IDENTITY,
  YEAR,
  MONTH,
  DAY,
  HOUR,
  BUCKET,
  TRUNCATE,
  VOID;

  /** The transform of a name, in the singular or plural: {@code day} and {@code days}. */
  static Optional<Transform> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(transform -> lower.equals(transform.text()) || lower.equals(transform.plural()))
        .findFirst();
  }

  /** Whether it takes a number beside the column. */
  boolean takesWidth() {
    return this == BUCKET || this == TRUNCATE;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  private String plural() {
    return switch (this) {
      case YEAR, MONTH, DAY, HOUR -> text() + "s";
      case IDENTITY, BUCKET, TRUNCATE, VOID -> text();
    };
  }
}
