/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.type;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema file and what it imports.
 *
 * @param messages by full name
 * @param topLevel full names of the messages that the file itself declares, in order
 */
public record ProtoSchema(Map<String, MessageType> messages, List<String> topLevel) {
  public ProtoSchema {
    messages = Map.copyOf(messages);
    topLevel = List.copyOf(topLevel);
  }

  /** The message that a field refers to. */
  public MessageType message(MessageReference reference) {
    MessageType message = messages.get(reference.fullName());
    if (message == null) {
      throw new IllegalArgumentException("no such message: " + reference.fullName());
    }
    return message;
  }

  /**
   * The message at a place in the file.
   *
   * @param path its position among the messages of the file, or the last of several positions, each
   *     among the messages that are declared within the one before
   * @return null if there is none
   */
  public @Nullable MessageType at(List<Integer> path) {
    List<String> declared = topLevel;
    MessageType message = null;
    for (int index : path) {
      if (index < 0 || index >= declared.size()) {
        return null;
      }
      message = messages.get(declared.get(index));
      declared = message == null ? List.of() : message.nested();
    }
    return message;
  }
}
