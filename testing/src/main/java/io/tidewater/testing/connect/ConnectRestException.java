/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect;

import io.tidewater.testing.http.HttpAnswer;

/** A worker refused a request, or could not be reached. */
public final class ConnectRestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  ConnectRestException(String request, HttpAnswer answer) {
    super(request + " was answered with " + answer.status() + ": " + answer.body());
    this.status = answer.status();
  }

  ConnectRestException(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
  }

  /** The HTTP status of the answer; 0 if there was none. */
  public int status() {
    return status;
  }
}
