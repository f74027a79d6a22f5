/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.type;

/**
 * A message as the type of a field: by name, since messages may contain themselves.
 *
 * @param fullName the message's name, package included
 * @param encoding how its end is told
 */
public record MessageReference(String fullName, Encoding encoding) implements FieldType {
  /** How a message is written within another. */
  public enum Encoding {
    LENGTH_PREFIXED,
    /** Between two tags: a group of proto2, or a message of an edition that asks for it. */
    DELIMITED
  }
}
