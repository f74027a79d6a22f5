/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

/** Where standard error leads: to a terminal, whose lines can be redrawn, or to a log. */
enum Terminal {
  PRESENT,
  ABSENT;

  /** The launcher says it by the system property {@code tidewater.terminal}. */
  static Terminal present() {
    return Boolean.getBoolean("tidewater.terminal") ? PRESENT : ABSENT;
  }
}
