/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.kafka;

/** Kafka cannot be reached or does not show the topic; the message says what to do. */
public final class TopicUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TopicUnavailableException(String message) {
    super(message);
  }

  TopicUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
