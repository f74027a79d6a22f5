/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.commit;

/** How a committer waits before it tries again, so that those that conflict do not keep step. */
@FunctionalInterface
public interface Patience {
  /** Returns when it is time for the next attempt. */
  void await(int failedAttempts);
}
