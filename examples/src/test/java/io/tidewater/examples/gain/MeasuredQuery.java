/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.gain;

import java.util.Arrays;

/**
 * What a query took, the median of several runs.
 *
 * @param answer what it answered, the same in every state of the table
 * @param millis from asking until the last row
 * @param planningMillis of it, the engine's planning
 * @param megabytes read from storage
 */
record MeasuredQuery(String answer, long millis, long planningMillis, double megabytes) {
  static long median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
