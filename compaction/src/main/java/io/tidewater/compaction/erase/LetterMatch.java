/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import io.tidewater.format.deadletter.DeadLetterColumn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.util.ByteBuffers;
import org.jspecify.annotations.Nullable;

/** Dead letters that a request means. */
final class LetterMatch {
  private static final List<DeadLetterColumn> COLUMNS =
      List.of(
          DeadLetterColumn.KEY,
          DeadLetterColumn.VALUE,
          DeadLetterColumn.HEADERS,
          DeadLetterColumn.CAUSE);

  private final Letters letters;

  private LetterMatch(Letters letters) {
    this.letters = letters;
  }

  /**
   * @throws IllegalArgumentException it is no table of dead letters
   */
  static Match of(Letters letters, Schema schema) {
    List<NestedField> fields = new ArrayList<>();
    for (DeadLetterColumn column : COLUMNS) {
      NestedField field = schema.findField(column.columnName());
      if (field == null) {
        throw new IllegalArgumentException(
            "a table of dead letters has a column " + column.columnName());
      }
      fields.add(field);
    }
    return new Match(
        new Schema(fields), Expressions.alwaysTrue(), new LetterMatch(letters)::matches);
  }

  private boolean matches(StructLike letter) {
    byte[] key = bytes(letter.get(0, Object.class));
    if (letters.keys().stream().anyMatch(wanted -> Arrays.equals(wanted, key))) {
      return true;
    }
    for (int column = 0; column < COLUMNS.size(); column++) {
      if (holds(letter.get(column, Object.class))) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(this::holds);
    }
    if (value instanceof StructLike struct) {
      return IntStream.range(0, struct.size())
          .anyMatch(field -> holds(struct.get(field, Object.class)));
    }
    byte[] bytes = bytes(value);
    return letters.contained().stream().anyMatch(wanted -> contains(bytes, wanted));
  }

  private static byte[] bytes(@Nullable Object value) {
    if (value instanceof ByteBuffer buffer) {
      return ByteBuffers.toByteArray(buffer);
    }
    return value instanceof CharSequence text
        ? text.toString().getBytes(StandardCharsets.UTF_8)
        : new byte[0];
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int start = 0; start + wanted.length <= bytes.length; start++) {
      if (Arrays.equals(bytes, start, start + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }
}
