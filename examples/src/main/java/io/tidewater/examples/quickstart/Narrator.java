/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells on standard output what happens. */
final class Narrator {
  private final PrintWriter out;
  private final InstantSource clock;

  Narrator(PrintWriter out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  void say(List<String> lines) {
    lines.forEach(out::println);
    out.flush();
  }

  /** Does one step, and then says how long it took. */
  <T> T step(String name, Supplier<T> work, Function<T, String> detail) {
    Instant began = clock.instant();
    T done = work.get();
    double seconds = Duration.between(began, clock.instant()).toMillis() / 1000.0;
    say(String.format(Locale.ROOT, "  ✓ %-22s %-36s %5.1f s", name, detail.apply(done), seconds));
    return done;
  }
}
