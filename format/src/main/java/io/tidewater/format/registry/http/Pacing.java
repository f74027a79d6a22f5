/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;

/**
 * Time and chance, as a client of a registry needs them.
 *
 * @param clock tells when tokens expire
 * @param chance evenly spread over 0 to 1, by which pauses differ between clients; thread-safe
 * @param pause lets time pass
 */
public record Pacing(InstantSource clock, DoubleSupplier chance, Pause pause) {
  /** The real ones. */
  public static Pacing real() {
    return new Pacing(
        InstantSource.system(), Math::random, pause -> Thread.sleep(pause.toMillis()));
  }

  /** Lets time pass. */
  @FunctionalInterface
  public interface Pause {
    /** Returns when the time is over. */
    void of(Duration duration) throws InterruptedException;
  }
}
