/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the thread that loads a table through Iceberg's REST client wants of that one request: to
 * send an entity tag, to be told the new one, and to learn that nothing has changed.
 */
final class ConditionalLoads {
  private static final String TAG = "ETag";
  private static final String IF_NONE_MATCH = "If-None-Match";

  @SuppressWarnings("ThreadLocalUsage") // one for each catalog, of which a process opens few
  private final ThreadLocal<@Nullable Wish> wishes = new ThreadLocal<>();

  /** What was wanted of one request, and what came of it. */
  private static final class Wish {
    private final Optional<String> known;
    private Optional<String> received = Optional.empty();

    private Wish(Optional<String> known) {
      this.known = known;
    }
  }

  /** The server said that nothing has changed. */
  static final class UnchangedException extends RuntimeException {
    UnchangedException() {
      super("not modified", null, false, false);
    }
  }

  /**
   * A loaded value.
   *
   * @param tag the entity tag that came with it, if any did
   */
  record Tagged<T>(T value, Optional<String> tag) {}

  /**
   * Loads, unless it is what the tag names.
   *
   * @throws UnchangedException it is
   */
  <T> Tagged<T> load(Optional<String> known, Supplier<T> load) {
    Wish wish = new Wish(known);
    wishes.set(wish);
    try {
      return new Tagged<>(load.get(), wish.received);
    } finally {
      wishes.remove();
    }
  }

  /** The headers to send with a request for a table. */
  Map<String, String> headers(Map<String, String> headers) {
    Wish wish = wishes.get();
    if (wish == null || wish.known.isEmpty()) {
      return headers;
    }
    Map<String, String> all = new HashMap<>(headers);
    all.put(IF_NONE_MATCH, wish.known.orElseThrow());
    return all;
  }

  /** Listens to the headers of the answer. */
  Consumer<Map<String, String>> listening(Consumer<Map<String, String>> listener) {
    Wish wish = wishes.get();
    return headers -> {
      if (wish != null) {
        headers.forEach(
            (name, value) -> {
              if (name.equalsIgnoreCase(TAG)) {
                wish.received = Optional.of(value);
              }
            });
      }
      listener.accept(headers);
    };
  }

  /** Takes the answer on; null is what Iceberg's client makes of 304. */
  <T> @Nullable T checked(@Nullable T answer) {
    Wish wish = wishes.get();
    if (answer == null && wish != null && wish.known.isPresent()) {
      throw new UnchangedException();
    }
    return answer;
  }
}
