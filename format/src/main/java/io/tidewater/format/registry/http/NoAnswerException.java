/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One address gave no answer that can be used. The message says what came, and what to do. */
@SuppressWarnings("serial")
final class NoAnswerException extends Exception {
  private final boolean passing;
  private final Optional<Duration> retryAfter;

  private NoAnswerException(
      String message, @Nullable Throwable cause, boolean passing, Optional<Duration> retryAfter) {
    super(message, cause);
    this.passing = passing;
    this.retryAfter = retryAfter;
  }

  /** The same question may be answered a moment later. */
  static NoAnswerException passing(String what, @Nullable Throwable cause) {
    return new NoAnswerException(what, cause, true, Optional.empty());
  }

  /** The server asks to be left alone for a while. */
  static NoAnswerException busy(String what, Optional<Duration> retryAfter) {
    return new NoAnswerException(what, null, true, retryAfter);
  }

  /** Asking again would bring the same. */
  static NoAnswerException lasting(String what, @Nullable Throwable cause) {
    return new NoAnswerException(what, cause, false, Optional.empty());
  }

  String what() {
    return String.valueOf(getMessage());
  }

  boolean isPassing() {
    return passing;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
