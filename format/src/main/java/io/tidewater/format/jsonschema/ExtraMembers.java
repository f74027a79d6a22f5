/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.json.JsonEvents;
import io.tidewater.format.json.ShapelessValue;
import io.tidewater.format.jsonschema.shape.Shape.Member;
import io.tidewater.format.jsonschema.shape.Shape.Members;
import io.tidewater.format.value.ValueVisitor;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes the members of an object that its schema does not declare. */
interface ExtraMembers {
  /** Those of an object whose schema lets none in. */
  ExtraMembers REFUSED =
      (name, cursor) -> {
        throw cursor.mismatch("a member that the schema declares, or additionalProperties in it,");
      };

  /** Those that nobody wants. */
  ExtraMembers SKIPPED = (name, cursor) -> cursor.skip();

  /** Starts an object. */
  default void begin() {}

  /** Takes a member, and moves to the last token of its value. */
  void read(String name, JsonCursor cursor);

  /** Ends the object. */
  default void end() {}

  /** The name of the column for them; not that of a member. */
  static String column(Members members) {
    Set<String> taken = members.members().stream().map(Member::name).collect(Collectors.toSet());
    String name = "_extra";
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }

  /** Collects them as one object, which is only there if any of them is. */
  final class Collected implements ExtraMembers {
    private final String column;
    private final int position;
    private final ShapelessValue object;
    private final ValueVisitor receiver;
    private int members;

    /**
     * @param position of the column in its struct
     */
    Collected(String column, int position, ShapelessValue object, ValueVisitor receiver) {
      this.column = column;
      this.position = position;
      this.object = object;
      this.receiver = receiver;
    }

    @Override
    public void begin() {
      members = 0;
    }

    @Override
    public void read(String name, JsonCursor cursor) {
      if (members == 0) {
        object.begin();
        object.visitor().startStruct();
      }
      object.visitor().field(members++, name);
      JsonEvents.emit(cursor, object.visitor());
    }

    @Override
    public void end() {
      if (members > 0) {
        object.visitor().endStruct();
        receiver.field(position, column);
        object.finish(receiver);
      }
    }
  }
}
