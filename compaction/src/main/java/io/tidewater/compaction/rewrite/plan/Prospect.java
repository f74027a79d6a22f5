/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import io.tidewater.compaction.task.Estimate;

/**
 * One reason to rewrite a partition, and what that would cost and bring.
 *
 * @param what the reason, with numbers
 */
record Prospect(Trigger trigger, String what, Estimate estimate) {
  static Prospect of(Trigger trigger, String what, long bytes, Files files, double gain) {
    return new Prospect(
        trigger, what, new Estimate(bytes, bytes, files.before(), files.after(), gain));
  }

  /** How many files there are, and how many there will be. */
  record Files(long before, long after) {}
}
