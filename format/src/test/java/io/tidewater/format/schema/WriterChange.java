/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

/** A change that writers of every format make to their schema, as the page of evolution has it. */
enum WriterChange {
  ADD("adds a field", ConflictPolicy.FAIL),
  DROP("drops a field", ConflictPolicy.FAIL),
  RENAME("renames a field", ConflictPolicy.FAIL),
  WIDEN("int to long", ConflictPolicy.FAIL),
  RELAX("makes a field optional", ConflictPolicy.FAIL),
  LONG_TO_STRING("long to string, policy `fail`", ConflictPolicy.FAIL),
  LONG_TO_STRING_APART("long to string, policy `new-column`", ConflictPolicy.NEW_COLUMN),
  STRING_TO_LONG("string to long, policy `fail`", ConflictPolicy.FAIL),
  STRING_TO_LONG_APART("string to long, policy `new-column`", ConflictPolicy.NEW_COLUMN),
  LONG_TO_BOOLEAN("long to boolean, policy `fail`", ConflictPolicy.FAIL),
  LONG_TO_BOOLEAN_APART("long to boolean, policy `new-column`", ConflictPolicy.NEW_COLUMN);

  private final String title;
  private final ConflictPolicy policy;

  WriterChange(String title, ConflictPolicy policy) {
    this.title = title;
    this.policy = policy;
  }

  String title() {
    return title;
  }

  ConflictPolicy policy() {
    return policy;
  }
}
