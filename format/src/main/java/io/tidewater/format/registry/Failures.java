/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What failed lately, and is not asked again yet. Thread-safe.
 *
 * <p>A schema that got no answer is left alone for a while that doubles each time. After two
 * different ones in a row the registry is taken to be out of order: nothing is asked for a while,
 * then one of those who ask is let through to see whether it is back. One schema that the registry
 * chokes on does not lead so far.
 */
final class Failures {
  static final Duration UNKNOWN = Duration.ofSeconds(30);
  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofSeconds(30);

  /** Ids in malformed records are chance numbers: without a limit they would fill the memory. */
  static final int MOST = 10_000;

  private final InstantSource clock;
  private final Map<SchemaKey, Failure> byKey = new LinkedHashMap<>();
  private @Nullable SchemaKey lastFailed;
  private @Nullable Failure outage;

  Failures(InstantSource clock) {
    this.clock = clock;
  }

  private record Failure(RuntimeException cause, Duration pause, Instant until) {
    static Failure of(RuntimeException cause, Duration pause, Instant now) {
      return new Failure(cause, pause, now.plus(pause));
    }

    /** The same again, with a pause twice as long as before. */
    static Failure after(@Nullable Failure previous, RuntimeException cause, Instant now) {
      if (previous == null || previous.cause() instanceof UnknownSchemaException) {
        return of(cause, FIRST, now);
      }
      Duration twice = previous.pause().multipliedBy(2);
      return of(cause, twice.compareTo(LONGEST) < 0 ? twice : LONGEST, now);
    }
  }

  /**
   * Lets a request through, or fails as it would.
   *
   * @throws UnknownSchemaException if the registry said a short while ago that there is no such id
   * @throws RegistryUnavailableException if it gave no answer a short while ago
   */
  synchronized void check(SchemaKey key) {
    Instant now = clock.instant();
    Failure own = byKey.get(key);
    if (own != null && now.isBefore(own.until())) {
      throw again(own, now);
    }
    Failure all = outage;
    if (all != null) {
      if (now.isBefore(all.until())) {
        throw again(all, now);
      }
      // This one tries; the others are told so until it has found out.
      outage = new Failure(all.cause(), all.pause(), now.plus(LONGEST));
    }
  }

  private static RuntimeException again(Failure failure, Instant now) {
    if (failure.cause() instanceof UnknownSchemaException unknown) {
      return unknown;
    }
    return new RegistryUnavailableException(
        failure.cause().getMessage()
            + " (remembered; it is asked again in "
            + Math.max(1, Duration.between(now, failure.until()).toMillis())
            + " ms)",
        failure.cause());
  }

  synchronized void answered(SchemaKey key) {
    byKey.remove(key);
    lastFailed = null;
    outage = null;
  }

  synchronized void unknown(SchemaKey key, UnknownSchemaException cause) {
    answered(key);
    remember(key, Failure.of(cause, UNKNOWN, clock.instant()));
  }

  synchronized void unavailable(SchemaKey key, RegistryUnavailableException cause) {
    Instant now = clock.instant();
    Failure previous = byKey.remove(key);
    remember(key, Failure.after(previous, cause, now));
    if (outage != null || (lastFailed != null && !lastFailed.equals(key))) {
      outage = Failure.after(outage, cause, now);
    }
    lastFailed = key;
  }

  private void remember(SchemaKey key, Failure failure) {
    byKey.put(key, failure);
    if (byKey.size() > MOST) {
      byKey.remove(byKey.keySet().iterator().next());
    }
  }
}
