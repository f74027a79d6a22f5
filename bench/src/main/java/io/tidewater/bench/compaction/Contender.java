/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

/** Something that compacts, in a process of its own. */
interface Contender extends AutoCloseable {
  String title();

  /** The process that does the work. */
  long pid();

  /** Whether it takes part in a scenario. */
  boolean takes(Scenario scenario);

  /** Brings a table into a better state, and commits. */
  void compact(Scenario scenario);

  @Override
  void close();
}
