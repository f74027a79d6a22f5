/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.text;

import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.internal.parser.FieldElement;
import com.squareup.wire.schema.internal.parser.GroupElement;
import com.squareup.wire.schema.internal.parser.MessageElement;
import com.squareup.wire.schema.internal.parser.OneOfElement;
import com.squareup.wire.schema.internal.parser.TypeElement;
import io.tidewater.format.protobuf.type.FieldTraits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A message as it is declared, names not resolved yet.
 *
 * @param members its fields in the order of the text
 * @param nested full names of the messages that are declared in it
 * @param presence what its fields without a label mean
 */
record DeclaredMessage(
    String fullName, List<Member> members, List<String> nested, UnlabelledFields presence) {
  private static final Comparator<Member> BY_PLACE =
      Comparator.comparingInt((Member member) -> member.place().getLine())
          .thenComparingInt(member -> member.place().getColumn());

  static DeclaredMessage of(String fullName, MessageElement message, UnlabelledFields presence) {
    List<Member> members = new ArrayList<>();
    add(message.getFields(), message.getGroups(), FieldTraits.NO_ONEOF, members);
    int oneofs = 0;
    for (OneOfElement oneof : message.getOneOfs()) {
      add(oneof.getFields(), oneof.getGroups(), oneofs++, members);
    }
    members.sort(BY_PLACE);
    List<String> nested = new ArrayList<>();
    for (TypeElement type : message.getNestedTypes()) {
      if (type instanceof MessageElement) {
        nested.add(Declarations.join(fullName, type.getName()));
      }
    }
    return new DeclaredMessage(fullName, members, nested, presence);
  }

  static DeclaredMessage ofGroup(
      String fullName, List<FieldElement> fields, UnlabelledFields presence) {
    List<Member> members = new ArrayList<>();
    add(fields, List.of(), FieldTraits.NO_ONEOF, members);
    return new DeclaredMessage(fullName, members, List.of(), presence);
  }

  private static void add(
      List<FieldElement> fields, List<GroupElement> groups, int oneof, List<Member> members) {
    for (FieldElement field : fields) {
      members.add(new PlainMember(field, oneof));
    }
    for (GroupElement group : groups) {
      members.add(new GroupMember(group, oneof));
    }
  }

  /** One field. */
  sealed interface Member {
    /** The number of the oneof that it is in, within the message. */
    int oneof();

    /** Where it stands in the text. */
    Location place();
  }

  /** A field as every language has it. */
  record PlainMember(FieldElement field, int oneof) implements Member {
    @Override
    public Location place() {
      return field.getLocation();
    }
  }

  /** A group of proto2: field and message at once. */
  record GroupMember(GroupElement group, int oneof) implements Member {
    @Override
    public Location place() {
      return group.getLocation();
    }
  }
}
