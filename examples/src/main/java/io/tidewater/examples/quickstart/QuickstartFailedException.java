/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

/** The quickstart failed; the message says why and where the servers' logs are. */
final class QuickstartFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QuickstartFailedException(RuntimeException cause, String logs) {
    super(cause.getMessage() + "\n" + logs, cause);
  }
}
