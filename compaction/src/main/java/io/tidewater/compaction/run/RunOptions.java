/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.run;

import io.tidewater.compaction.policy.PolicyOption;
import java.util.List;

/** What running tasks may use, of the service as a whole. */
public final class RunOptions {
  public static final PolicyOption<Long> WORKERS =
      PolicyOption.count(
          "service.workers", 0, "Threads that all tasks share for their pieces; 0: one per core.");

  public static final PolicyOption<Long> MEMORY =
      PolicyOption.bytes(
          "service.memory",
          0,
          "Heap that all tasks share for buffers and sets of keys; 0: half of what there is.");

  public static final PolicyOption<Long> BYTES_PER_HOUR =
      PolicyOption.bytes(
          "service.bytes-per-hour",
          0,
          "Bytes that all tasks together may read and write in an hour; 0: no limit.");

  public static final PolicyOption<String> SCRATCH_FOLDER =
      PolicyOption.text(
          "service.scratch-folder",
          "",
          "A folder on local disk for what does not fit into memory; empty: the system's folder for"
              + " temporary files.");

  public static final PolicyOption<String> ERASE_REQUESTS =
      PolicyOption.text(
          "service.erase-requests",
          "",
          "A folder with requests to erase keys, one a file `*.json`, for the kind `erase`; empty:"
              + " there are none.");

  private RunOptions() {}

  /** All of them. */
  public static List<PolicyOption<?>> all() {
    return List.of(WORKERS, MEMORY, BYTES_PER_HOUR, SCRATCH_FOLDER, ERASE_REQUESTS);
  }
}
