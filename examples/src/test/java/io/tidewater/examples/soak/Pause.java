/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.soak;

/** Lets time pass. */
final class Pause {
  private Pause() {}

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
