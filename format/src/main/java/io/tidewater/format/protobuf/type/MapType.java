/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.type;

/**
 * A map, which is written as a repeated message of key and value.
 *
 * @param value anything but a map
 */
public record MapType(ScalarKind key, FieldType value) implements FieldType {
  /** The number of an entry's key. */
  public static final int KEY_NUMBER = 1;

  /** The number of an entry's value. */
  public static final int VALUE_NUMBER = 2;
}
