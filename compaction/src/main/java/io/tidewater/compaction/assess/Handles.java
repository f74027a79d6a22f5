/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.assess;

import java.util.function.Supplier;
import org.apache.iceberg.Table;

/**
 * Handles of one table. A handle is refreshed by whoever uses it, so two tasks must not share one:
 * once tasks have been planned with a handle, the next to look gets another. For one thread.
 */
public final class Handles {
  private final Supplier<Table> load;
  private Table latest;
  private boolean used;

  public Handles(Table first, Supplier<Table> load) {
    this.latest = first;
    this.load = load;
  }

  /** A handle that no task uses yet. */
  Table latest() {
    if (used) {
      latest = load.get();
      used = false;
    }
    return latest;
  }

  /** Tasks will go on using the latest handle. */
  void used() {
    used = true;
  }
}
