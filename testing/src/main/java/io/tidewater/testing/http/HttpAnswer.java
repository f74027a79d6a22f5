/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.http;

/**
 * What a server answered.
 *
 * @param status the HTTP status code
 * @param body the whole body; empty if there was none
 */
public record HttpAnswer(int status, String body) {
  /** Whether the status is 2xx. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }
}
