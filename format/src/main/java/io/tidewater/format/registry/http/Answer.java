/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** What a server answered, whole. */
record Answer(HttpResponse<byte[]> response) {
  private static final int LONGEST_TYPE = 60;

  int status() {
    return response.statusCode();
  }

  byte[] body() {
    return response.body();
  }

  boolean isSuccess() {
    return status() / 100 == 2;
  }

  /** Where the server says that the answer is to be had instead. */
  Optional<String> redirection() {
    return switch (status()) {
      case 301, 302, 303, 307, 308 -> response.headers().firstValue("Location");
      default -> Optional.empty();
    };
  }

  /** How long the server asks to wait; its form with a date is not read. */
  Optional<Duration> retryAfter() {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,4}"))
        .map(text -> Duration.ofSeconds(Integer.parseInt(text)));
  }

  /** Status and kind of content, for messages. */
  String shown() {
    String type = response.headers().firstValue("Content-Type").orElse("no content type");
    String shortened = type.length() > LONGEST_TYPE ? type.substring(0, LONGEST_TYPE) : type;
    return "status " + status() + " (" + shortened.replaceAll("\\p{Cntrl}", " ") + ")";
  }
}
