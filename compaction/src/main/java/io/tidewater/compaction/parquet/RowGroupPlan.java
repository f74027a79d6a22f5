/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.util.ArrayList;
import java.util.List;

/** Which row groups a rewrite will write, in the order of their rows. */
final class RowGroupPlan {
  private final long minCopyBytes;
  private final long rowGroupBytes;
  private final List<Step> steps = new ArrayList<>();
  private List<Slice> run = new ArrayList<>();
  private long runBytes;

  private RowGroupPlan(long minCopyBytes, long rowGroupBytes) {
    this.minCopyBytes = minCopyBytes;
    this.rowGroupBytes = rowGroupBytes;
  }

  /** Writes one row group. */
  sealed interface Step {
    /** What goes into it, in order. */
    List<Slice> slices();

    /** About how large it will be. */
    default long bytes() {
      return slices().stream().mapToLong(Slice::keptBytes).sum();
    }
  }

  /** A row group as it stands. */
  record Copy(Slice slice) implements Step {
    @Override
    public List<Slice> slices() {
      return List.of(slice);
    }
  }

  /** What was kept of several, or of a single one. */
  record Pack(List<Slice> slices) implements Step {
    Pack {
      slices = List.copyOf(slices);
    }
  }

  /**
   * Plans.
   *
   * @param slices without those of which nothing was kept
   * @param minCopyBytes smaller ones are packed together
   * @param rowGroupBytes how large row groups are to become by packing
   */
  static List<Step> of(List<Slice> slices, long minCopyBytes, long rowGroupBytes) {
    RowGroupPlan plan = new RowGroupPlan(minCopyBytes, rowGroupBytes);
    slices.forEach(plan::take);
    plan.endRun();
    return List.copyOf(plan.steps);
  }

  private void take(Slice slice) {
    if (slice.clean() && slice.bytes() >= minCopyBytes) {
      endRun();
      steps.add(new Copy(slice));
      return;
    }
    if (runBytes > 0 && runBytes + slice.keptBytes() / 2 > rowGroupBytes) {
      endRun();
    }
    run.add(slice);
    runBytes += slice.keptBytes();
  }

  private void endRun() {
    if (run.size() == 1 && run.get(0).clean()) {
      // It found no company: decoding it would not make it any larger.
      steps.add(new Copy(run.get(0)));
    } else if (!run.isEmpty()) {
      steps.add(new Pack(run));
    }
    run = new ArrayList<>();
    runBytes = 0;
  }
}
