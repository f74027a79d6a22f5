/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

/**
 * What a run does.
 *
 * @param records how many orders it sends
 * @param seed decides what is ordered
 * @param ending what happens when all has been shown
 */
record Plan(long records, long seed, Ending ending) {
  /** What happens when all has been shown. */
  enum Ending {
    /** Everything stops. */
    STOP,
    /** Everything stays up until the user ends it. */
    KEEP_UP
  }
}
