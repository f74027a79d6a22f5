/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

/** A server did not start, died, or did not answer in time; the message says what to look at. */
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ServerException(String message) {
    super(message);
  }

  public ServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
