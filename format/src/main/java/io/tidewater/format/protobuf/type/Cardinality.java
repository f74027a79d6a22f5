/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.type;

/** How often a field may stand in a message, and what it means if it does not. */
public enum Cardinality {
  /** Always there, or the message is malformed. */
  REQUIRED,
  /** There or absent, which is told apart from any value. */
  EXPLICIT,
  /** There or absent, which is the same as zero, empty or false. */
  IMPLICIT,
  /** Any number of times; maps are among them. */
  REPEATED
}
