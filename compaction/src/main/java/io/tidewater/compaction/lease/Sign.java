/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.lease;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * A sign of life.
 *
 * @param beat moves with every sign; its value means nothing else
 * @param busy full names of the tables on which tasks of the member run
 */
record Sign(long beat, Set<String> busy) {
  private static final String SEPARATOR = "|";

  Sign {
    busy = Set.copyOf(busy);
  }

  /** Reads what {@link #text} wrote; what is no sign of ours counts as one with no tables. */
  static Sign parse(String text) {
    String[] parts = text.split("\\|", -1);
    return new Sign(
        parts[0].hashCode(),
        Set.copyOf(new TreeSet<>(Arrays.asList(parts).subList(1, parts.length))));
  }

  String text() {
    StringBuilder text = new StringBuilder(Long.toString(beat));
    new TreeSet<>(busy).forEach(table -> text.append(SEPARATOR).append(table));
    return text.toString();
  }
}
