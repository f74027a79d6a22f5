/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.policy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Times of the week at which something may happen: spans with commas between, each with days, a
 * time of day and a zone, for instance {@code mon-fri 22:00-06:00 Europe/Berlin, sat-sun
 * 00:00-24:00}. Days are those on which a span begins; without days it is every day, without a zone
 * it is UTC. {@code always} is at any time.
 *
 * @param spans when; none means always
 */
public record TimeWindow(List<WindowSpan> spans) {
  /** At any time. */
  public static final TimeWindow ALWAYS = new TimeWindow(List.of());

  private static final String NO_LIMIT = "always";

  public TimeWindow {
    spans = List.copyOf(spans);
  }

  /**
   * Reads what a configuration says.
   *
   * @throws IllegalArgumentException it is no window; the message says what was expected
   */
  public static TimeWindow parse(String text) {
    if (text.isBlank() || text.equalsIgnoreCase(NO_LIMIT)) {
      return ALWAYS;
    }
    return new TimeWindow(
        Arrays.stream(text.split(",", -1)).map(String::trim).map(WindowSpan::parse).toList());
  }

  /** Whether an instant lies inside. */
  public boolean contains(Instant now) {
    return spans.isEmpty() || spans.stream().anyMatch(span -> span.contains(now));
  }

  /** When it opens next, of a window that is closed now. */
  public Optional<Instant> opensAfter(Instant now) {
    return spans.stream().map(span -> span.opensAfter(now)).min(Instant::compareTo);
  }

  @Override
  public String toString() {
    return spans.isEmpty()
        ? NO_LIMIT
        : String.join(", ", spans.stream().map(WindowSpan::toString).toList());
  }
}
