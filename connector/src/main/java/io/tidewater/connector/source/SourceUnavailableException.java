/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.source;

/** The Kafka cluster could not be asked. Nothing is known, and the question may be repeated. */
public final class SourceUnavailableException extends RuntimeException {
  SourceUnavailableException(String question, Throwable cause) {
    super("Kafka did not answer " + question + ": " + cause.getMessage(), cause);
  }
}
