/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

/** What our compaction does to a table. */
enum Way {
  /** Row groups copied or packed. */
  COLUMNAR("rewrites row groups"),
  /** Rows read and written. */
  ROWS("rewrites rows"),
  /** Equality deletes turned into deletion vectors; data files stay. */
  CONVERSION("converts equality deletes");

  private final String title;

  Way(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  boolean takes(Scenario scenario) {
    boolean equality = scenario == Scenario.EQUALITY;
    return this == COLUMNAR ? !equality : equality;
  }
}
