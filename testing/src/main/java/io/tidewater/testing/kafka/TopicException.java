/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.kafka;

/** The broker refused, or did not answer, a change of a topic or group; the cause is Kafka's. */
public final class TopicException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TopicException(String message, Throwable cause) {
    super(message, cause);
  }
}
