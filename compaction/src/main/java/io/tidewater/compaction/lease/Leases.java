/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.lease;

import java.util.Set;

/** Which tables this process looks after at present. Thread-safe. */
public interface Leases {
  /** All of them, alone. */
  Leases ALONE =
      new Leases() {
        @Override
        public boolean owns(String table) {
          return true;
        }

        @Override
        public void beat(Set<String> busy) {}

        @Override
        public Set<String> members() {
          return Set.of("alone");
        }

        @Override
        public void leave() {}
      };

  /** Whether a table, by its full name, is this process's, and nobody else is at work on it. */
  boolean owns(String table);

  /**
   * Shows that this process lives, and looks who else does.
   *
   * @param busy the tables on which its tasks run, which others leave alone
   * @throws RuntimeException the catalog cannot be asked; what was known remains in force
   */
  void beat(Set<String> busy);

  /** The processes that live, this one included. */
  Set<String> members();

  /** Gives all tables to the others at once. */
  void leave();
}
