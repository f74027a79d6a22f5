/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

import java.util.List;

/** Every kind of maintenance that changes a table by itself. */
final class Chores {
  static final List<Chore> ALL = List.of();

  private Chores() {}
}
