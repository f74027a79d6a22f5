/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import io.tidewater.compaction.deletes.DeleteOptions;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.Finding;
import java.time.Duration;

/** When waiting equality deletes are converted: when any of the limits is reached. */
record Trigger(Duration after, long files, long bytes, double ratio) {
  static Trigger of(Policy policy) {
    return new Trigger(
        policy.get(DeleteOptions.CONVERT_AFTER),
        policy.get(DeleteOptions.CONVERT_FILES),
        policy.get(DeleteOptions.CONVERT_BYTES),
        policy.get(DeleteOptions.CONVERT_RATIO));
  }

  /**
   * Decides for one scope.
   *
   * @param rows of the whole table
   */
  Finding decide(String scope, Pending pending, long rows) {
    if (pending.files() >= files) {
      return Finding.planned(scope, pending + ": at least " + files + " files");
    }
    if (pending.bytes() >= bytes) {
      return Finding.planned(scope, pending + ": at least " + bytes + " bytes");
    }
    if (pending.keys() >= ratio * rows) {
      return Finding.planned(
          scope, pending + ": at least " + ratio + " for each of " + rows + " rows");
    }
    if (pending.age().compareTo(after) >= 0) {
      return Finding.planned(scope, pending + ": waited at least " + PolicyOption.print(after));
    }
    return Finding.waiting(
        scope, pending + ": wait until the oldest is " + PolicyOption.print(after) + " old");
  }
}
