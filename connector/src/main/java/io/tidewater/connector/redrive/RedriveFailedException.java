/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.redrive;

/** Dead letters cannot be put back, and why. What was put back before stays. */
public final class RedriveFailedException extends RuntimeException {
  public RedriveFailedException(String message) {
    super(message);
  }
}
