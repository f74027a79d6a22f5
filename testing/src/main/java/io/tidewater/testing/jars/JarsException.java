/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.jars;

/** The jars of a server could not be resolved; the message says why and what to do. */
public final class JarsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JarsException(String message) {
    super(message);
  }

  JarsException(String message, Throwable cause) {
    super(message, cause);
  }
}
