/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.connection;

import org.jspecify.annotations.Nullable;

/** A command does not know which cluster or catalog to work with; the message says how to tell. */
public final class NotConnectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private NotConnectedException(String message) {
    super(message);
  }

  NotConnectedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** No quickstart is running, and this option is missing. */
  public static NotConnectedException without(String option) {
    return new NotConnectedException(
        "no quickstart is running: give "
            + option
            + ", or start one with `bin/tidewater quickstart --keep`");
  }
}
