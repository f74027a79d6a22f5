/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import java.util.Locale;

/** How much a schema changes for those who query the table. Ordered: the last is the gravest. */
public enum Severity {
  /** The table stays as it is. */
  NONE(0, "the table stays as it is"),
  /** The table is made. */
  CREATED(0, "the table would be created"),
  /** The table holds more: queries go on as before. */
  COMPATIBLE(0, "the table would follow; queries go on as before"),
  /** A column gets another name, the policy makes another one, or not every value may fit. */
  NOTICED(1, "the table would follow, but somebody should look at it"),
  /** Records of this schema would not all be rows: somebody has to decide. */
  CONFLICT(3, "records would not fit");

  private final int exitCode;
  private final String verdict;

  Severity(int exitCode, String verdict) {
    this.exitCode = exitCode;
    this.verdict = verdict;
  }

  /** What the command returns; 2 is that of a command that could not do its work. */
  int exitCode() {
    return exitCode;
  }

  String verdict() {
    return verdict;
  }

  /** The graver of two. */
  Severity and(Severity other) {
    return compareTo(other) < 0 ? other : this;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
