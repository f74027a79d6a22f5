/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import com.fasterxml.jackson.core.JsonToken;
import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an object into a struct, member by member as they come. */
final class StructTokens implements TokenReader {
  private final Map<String, MemberReader> members;
  private final List<MemberReader> needed;
  private final ExtraMembers extra;
  private final ValueVisitor receiver;

  /** Which of the needed members the value at hand has had; no shape is inside itself. */
  private final boolean[] seen;

  /**
   * @param members all that the schema declares
   */
  StructTokens(List<MemberReader> members, ExtraMembers extra, ValueVisitor receiver) {
    this.members = new HashMap<>();
    members.forEach(member -> this.members.put(member.name, member));
    this.needed = members.stream().filter(member -> member.neededAt >= 0).toList();
    this.extra = extra;
    this.receiver = receiver;
    this.seen = new boolean[needed.size()];
  }

  @Override
  public void read(JsonCursor cursor) {
    if (cursor.token() != JsonToken.START_OBJECT) {
      throw cursor.mismatch("an object");
    }
    Arrays.fill(seen, false);
    extra.begin();
    receiver.startStruct();
    while (cursor.next() != JsonToken.END_OBJECT) {
      String name = cursor.name();
      cursor.next();
      try {
        member(name, cursor);
      } catch (ValueMismatchException e) {
        throw e.inField(name);
      }
    }
    extra.end();
    for (MemberReader member : needed) {
      if (!seen[member.neededAt]) {
        throw new ValueMismatchException("a value, since the column is required", "no such member")
            .inField(member.name);
      }
    }
    receiver.endStruct();
  }

  private void member(String name, JsonCursor cursor) {
    MemberReader member = members.get(name);
    if (member == null) {
      extra.read(name, cursor);
      return;
    }
    if (member.neededAt >= 0) {
      seen[member.neededAt] = true;
    }
    if (member.column == null) {
      member.value.read(cursor);
    } else {
      receiver.field(member.position, member.column);
      member.value.read(cursor);
    }
  }

  /**
   * A member that the schema declares.
   *
   * @param position of its column in the table's struct
   * @param column the name of its column; null if there is none, and the reader skips the value
   * @param neededAt its place among those without which an object has none in the table; negative
   *     for the others
   */
  record MemberReader(
      String name, int position, @Nullable String column, TokenReader value, int neededAt) {}
}
