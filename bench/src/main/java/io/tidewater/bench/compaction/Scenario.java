/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

/** The state that a table is in before it is compacted. */
enum Scenario {
  /** Files of several row groups of 16 MB, none of them deleted from. */
  CLEAN("clean", "clean files, 16 MB row groups", 64, 16, 0),
  /** Files with one small row group each, as a sink with frequent commits leaves them. */
  SMALL("small", "files of one 2 MB row group", 2, 16, 0),
  /** Rows deleted here and there, so that hardly any page can stay as it is. */
  SCATTERED("scattered", "16 MB row groups, 1 % of rows deleted by deletion vectors", 64, 16, 0.01),
  /** Keys deleted by equality: turned into deletion vectors, or applied by writing all anew. */
  EQUALITY("equality", "16 MB row groups, 0.2 % of keys in equality deletes", 64, 16, 0.002);

  private final String table;
  private final String title;
  private final int fileMegabytes;
  private final int rowGroupMegabytes;
  private final double deleted;

  Scenario(String table, String title, int fileMegabytes, int rowGroupMegabytes, double deleted) {
    this.table = table;
    this.title = title;
    this.fileMegabytes = fileMegabytes;
    this.rowGroupMegabytes = rowGroupMegabytes;
    this.deleted = deleted;
  }

  String table() {
    return table;
  }

  String title() {
    return title;
  }

  long fileBytes() {
    return (long) fileMegabytes << 20;
  }

  long rowGroupBytes() {
    return (long) rowGroupMegabytes << 20;
  }

  /** The share of rows that are deleted. */
  double deleted() {
    return deleted;
  }
}
