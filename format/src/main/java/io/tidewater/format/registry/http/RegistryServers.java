/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewater.format.registry.RegistryUnavailableException;
import io.tidewater.format.registry.UnknownSchemaException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The servers of one registry: asks the one that answered last, then the others, then all again
 * after a pause. Thread-safe.
 *
 * <p>"There is no such thing" is believed only when it is said again in the next round: a follower
 * learns of a schema a little after its leader.
 */
final class RegistryServers {
  private final List<RegistryServer> servers;
  private final RequestPatience patience;
  private final Pacing pacing;
  private volatile int preferred;

  RegistryServers(List<RegistryServer> servers, RequestPatience patience, Pacing pacing) {
    this.servers = List.copyOf(servers);
    this.patience = patience;
    this.pacing = pacing;
  }

  /**
   * Asks until there is an answer.
   *
   * @param path what follows the registry's root, with a slash first, encoded
   * @throws UnknownSchemaException if the answer is that there is no such thing
   * @throws RegistryUnavailableException if there is none
   */
  JsonNode ask(String path) {
    try {
      Round round = round(path);
      for (int retry = 1; retry <= patience.retries() && !round.isSettled(retry); retry++) {
        pacing.pause().of(pause(retry, round.retryAfter()));
        round = round(path);
      }
      return round.outcome();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryUnavailableException(
          "Interrupted while asking the schema registry at " + servers.get(0).shown(), e);
    }
  }

  private Round round(String path) throws InterruptedException {
    Round round = new Round(path);
    int first = preferred;
    for (int offset = 0; offset < servers.size(); offset++) {
      int index = (first + offset) % servers.size();
      RegistryServer server = servers.get(index);
      try {
        round.answered(server.ask(path));
        preferred = index;
        return round;
      } catch (UnknownSchemaException e) {
        round.unknown(server, e);
      } catch (NoAnswerException e) {
        round.failed(server, e);
      }
    }
    return round;
  }

  /** Twice as long with each retry, half as much more or less, and what the server asks for. */
  private Duration pause(int retry, Optional<Duration> retryAfter) {
    double spread = 0.5 + pacing.chance().getAsDouble();
    double millis = patience.firstPause().toMillis() * Math.scalb(spread, retry - 1);
    Duration own = Duration.ofMillis((long) Math.min(millis, Integer.MAX_VALUE));
    Duration wanted = retryAfter.filter(asked -> asked.compareTo(own) > 0).orElse(own);
    return wanted.compareTo(patience.longestPause()) < 0 ? wanted : patience.longestPause();
  }
}
