/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What identifies dead letters: bytes, since a record that could not become a row has no columns.
 * Its text never holds a value.
 *
 * @param keys the key of the letter is one of these
 * @param contained its key, its payload, a header or the cause holds one of these
 */
public record Letters(List<byte[]> keys, List<byte[]> contained) {
  public Letters {
    keys = List.copyOf(keys);
    contained = List.copyOf(contained);
    if (contained.stream().anyMatch(bytes -> bytes.length == 0)) {
      throw new IllegalArgumentException("an empty text is contained in every dead letter");
    }
  }

  /** As texts in UTF-8. */
  public static Letters ofTexts(List<String> keys, List<String> contained) {
    return new Letters(bytes(keys), bytes(contained));
  }

  private static List<byte[]> bytes(List<String> texts) {
    return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  boolean isEmpty() {
    return keys.isEmpty() && contained.isEmpty();
  }

  @Override
  public String toString() {
    return keys.size() + " keys and " + contained.size() + " texts of dead letters";
  }
}
