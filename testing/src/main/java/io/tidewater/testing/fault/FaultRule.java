/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.fault;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Which requests a fault befalls, and how often. Thread-safe. */
public final class FaultRule {
  private final Predicate<RequestLine> requests;
  private final Fault fault;
  private final BooleanSupplier chance;

  private FaultRule(Predicate<RequestLine> requests, Fault fault, BooleanSupplier chance) {
    this.requests = requests;
    this.fault = fault;
    this.chance = chance;
  }

  /** Befalls every matching request. */
  public static FaultRule always(Predicate<RequestLine> requests, Fault fault) {
    return new FaultRule(requests, fault, () -> true);
  }

  /** Befalls the first matching requests, then no more. */
  public static FaultRule times(int count, Predicate<RequestLine> requests, Fault fault) {
    AtomicInteger left = new AtomicInteger(count);
    return new FaultRule(requests, fault, () -> left.getAndUpdate(n -> Math.max(0, n - 1)) > 0);
  }

  /** Befalls the next matching request, then no more. */
  public static FaultRule once(Predicate<RequestLine> requests, Fault fault) {
    return times(1, requests, fault);
  }

  /**
   * Befalls matching requests by chance.
   *
   * @param probability from 0, never, to 1, always
   * @param random draws once for each matching request; seed it, and print the seed
   */
  public static FaultRule sometimes(
      double probability, Random random, Predicate<RequestLine> requests, Fault fault) {
    return new FaultRule(requests, fault, () -> random.nextDouble() < probability);
  }

  /** The fault, if it befalls this request. */
  Optional<Fault> apply(RequestLine request) {
    return requests.test(request) && chance.getAsBoolean() ? Optional.of(fault) : Optional.empty();
  }
}
