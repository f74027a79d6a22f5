/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.registry;

import io.tidewater.testing.http.HttpAnswer;

/** A registry refused a request or did not answer it. */
public final class RegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  RegistryException(String request, HttpAnswer answer) {
    super(request + " was answered with status " + answer.status() + ": " + answer.body());
    this.status = answer.status();
  }

  RegistryException(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
  }

  /** The HTTP status, 409 for an incompatible schema; 0 if there was no answer. */
  public int status() {
    return status;
  }
}
