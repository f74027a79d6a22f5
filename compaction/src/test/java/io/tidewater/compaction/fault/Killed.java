/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

/** The process was killed: nobody catches that, and nobody cleans up. */
final class Killed extends Error {
  Killed(String step) {
    super("killed at " + step, null, false, false);
  }
}
