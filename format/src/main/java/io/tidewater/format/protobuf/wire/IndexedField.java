/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.wire;

/**
 * A field to look for in messages.
 *
 * @param wireType how its values are written; another one is of some other field
 * @param occurs which of them count
 * @param oneof the oneof that it is in, from 0; negative outside
 */
public record IndexedField(int number, int wireType, Occurs occurs, int oneof) {
  /** A field outside a oneof. */
  public IndexedField(int number, int wireType, Occurs occurs) {
    this(number, wireType, occurs, -1);
  }

  /** Which occurrences of a field count. */
  public enum Occurs {
    /** The last: a scalar. */
    LAST,
    /** All of them: elements, or parts of one message. */
    EACH,
    /** All of them, some of which may hold many values at once. */
    PACKABLE
  }
}
