/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.verify;

import java.time.Duration;

/** How to let time pass between two looks at a table. */
@FunctionalInterface
public interface Pause {
  /** Sleeps; an interrupt ends it early and stays set. */
  Pause SLEEP =
      time -> {
        try {
          Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      };

  void forA(Duration time);
}
