/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.report;

import java.time.Duration;
import java.util.Locale;

/** How amounts are written. */
final class Amounts {
  private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB"};

  private Amounts() {}

  static String bytes(long bytes) {
    return bytes((double) bytes);
  }

  static String bytes(double bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 1024 && unit < UNITS.length - 1) {
      amount /= 1024;
      unit++;
    }
    return unit == 0
        ? String.format(Locale.ROOT, "%.0f B", amount)
        : String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
  }

  static String seconds(Duration duration) {
    return duration.compareTo(Duration.ofMinutes(2)) < 0
        ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
        : duration.toMinutes() + " min";
  }
}
