/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.time.Duration;

/**
 * How long a registry is waited for.
 *
 * @param connectTimeout how long a connection may take
 * @param requestTimeout how long one request may take, from its start to the end of its answer
 * @param retries how often all urls are tried again, after a failure that may pass
 * @param firstPause the mean pause before the first retry; it doubles with each
 * @param longestPause the longest pause, whatever the registry asks for
 */
public record RequestPatience(
    Duration connectTimeout,
    Duration requestTimeout,
    int retries,
    Duration firstPause,
    Duration longestPause) {
  public RequestPatience {
    if (connectTimeout.toMillis() < 1 || requestTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("a timeout is 1 ms or longer");
    }
    if (retries < 0) {
      throw new IllegalArgumentException("no number of retries: " + retries);
    }
    if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "the longest pause, " + longestPause + ", is shorter than the first, " + firstPause);
    }
  }
}
