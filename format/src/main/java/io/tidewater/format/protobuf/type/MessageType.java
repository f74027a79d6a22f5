/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.type;

import java.util.List;

/**
 * A message.
 *
 * @param fullName its name, package included
 * @param fields in the order of the schema; those of oneofs and groups where they stand
 * @param nested full names of the messages that are declared in it, in order
 */
public record MessageType(String fullName, List<ProtoField> fields, List<String> nested) {
  public MessageType {
    fields = List.copyOf(fields);
    nested = List.copyOf(nested);
  }
}
