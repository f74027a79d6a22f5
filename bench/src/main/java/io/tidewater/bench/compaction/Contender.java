/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

/** Something that compacts, in a process of its own. */
interface Contender extends AutoCloseable {
  String title();

  /** The process that does the work. */
  long pid();

  /** Writes all data files of a table anew, and commits. */
  void rewrite(String table);

  @Override
  void close();
}
