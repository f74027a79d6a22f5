/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.task;

import java.util.concurrent.Semaphore;

/**
 * Heap that tasks ask for before they use it, in bytes, so that all of them together stay inside.
 * Thread-safe.
 */
public final class MemoryBudget {
  private static final long GRAIN = 64 * 1024;

  private final int grains;
  private final Semaphore free;

  public MemoryBudget(long bytes) {
    this.grains = Math.max(1, grainsOf(bytes));
    this.free = new Semaphore(grains, true);
  }

  /** A part of the budget. Closing it gives it back. */
  public final class Share implements AutoCloseable {
    private final int taken;
    private boolean open = true;

    private Share(int taken) {
      this.taken = taken;
    }

    public long bytes() {
      return taken * GRAIN;
    }

    @Override
    public void close() {
      if (open) {
        open = false;
        free.release(taken);
      }
    }
  }

  /** All of it. */
  public long bytes() {
    return grains * GRAIN;
  }

  /**
   * Waits for a share. Who asks for more than there is gets all of it, and has to see what fits.
   *
   * @throws TaskCancelledException the thread was interrupted
   */
  public Share take(long bytes) {
    int wanted = Math.max(1, Math.min(grains, grainsOf(bytes)));
    try {
      free.acquire(wanted);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TaskCancelledException("interrupted while waiting for memory");
    }
    return new Share(wanted);
  }

  private static int grainsOf(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE, (bytes + GRAIN - 1) / GRAIN);
  }
}
