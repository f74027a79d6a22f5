/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewater.format.registry.RegistryUnavailableException;
import io.tidewater.format.registry.UnknownSchemaException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the servers of a registry said when each was asked once. */
final class Round {
  private final String path;
  private @Nullable JsonNode answer;
  private @Nullable UnknownSchemaException unknown;
  private final List<String> messages = new ArrayList<>();
  private final List<NoAnswerException> failures = new ArrayList<>();

  Round(String path) {
    this.path = path;
  }

  void answered(JsonNode json) {
    answer = json;
  }

  void unknown(RegistryServer server, UnknownSchemaException what) {
    unknown =
        new UnknownSchemaException(
            "The schema registry at "
                + server.shown()
                + " does not know what GET "
                + path
                + " asks for: "
                + what.getMessage());
  }

  void failed(RegistryServer server, NoAnswerException what) {
    messages.add(server.shown() + ": " + what.what());
    failures.add(what);
  }

  /**
   * Whether asking again is of no use.
   *
   * @param rounds how many there were
   */
  boolean isSettled(int rounds) {
    return answer != null
        || (unknown != null
            ? rounds > 1
            : failures.stream().noneMatch(NoAnswerException::isPassing));
  }

  /** The longest that a server asked to wait. */
  Optional<Duration> retryAfter() {
    return failures.stream()
        .flatMap(failed -> failed.retryAfter().stream())
        .max(Comparator.naturalOrder());
  }

  JsonNode outcome() {
    if (answer != null) {
      return answer;
    }
    if (unknown != null) {
      throw unknown;
    }
    throw new RegistryUnavailableException(
        "The schema registry gave no answer to GET " + path + "; " + String.join("; ", messages),
        failures.get(failures.size() - 1));
  }
}
