/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.text;

import com.squareup.wire.schema.internal.parser.EnumConstantElement;
import com.squareup.wire.schema.internal.parser.EnumElement;
import com.squareup.wire.schema.internal.parser.FieldElement;
import com.squareup.wire.schema.internal.parser.GroupElement;
import com.squareup.wire.schema.internal.parser.MessageElement;
import com.squareup.wire.schema.internal.parser.OneOfElement;
import com.squareup.wire.schema.internal.parser.TypeElement;
import io.tidewater.format.protobuf.type.EnumType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What some files declare, by full name. */
final class Declarations {
  private final Map<String, DeclaredMessage> messages = new HashMap<>();
  private final Map<String, EnumType> enums = new HashMap<>();

  private Declarations() {}

  static Declarations of(List<ProtoText> files) {
    Declarations declarations = new Declarations();
    for (ProtoText file : files) {
      declarations.add(file.scope(), file.file().getTypes(), file.presence());
    }
    return declarations;
  }

  /** The full name of a type, as seen from a message; null if none of that name is declared. */
  @Nullable String resolve(String reference, String scope) {
    if (reference.startsWith(".")) {
      return known(reference.substring(1));
    }
    String around = scope;
    while (true) {
      String found = known(join(around, reference));
      if (found != null || around.isEmpty()) {
        return found;
      }
      around = around.substring(0, Math.max(0, around.lastIndexOf('.')));
    }
  }

  @Nullable DeclaredMessage message(String fullName) {
    return messages.get(fullName);
  }

  @Nullable EnumType enumType(String fullName) {
    return enums.get(fullName);
  }

  static String join(String scope, String name) {
    return scope.isEmpty() ? name : scope + "." + name;
  }

  private @Nullable String known(String fullName) {
    return messages.containsKey(fullName) || enums.containsKey(fullName) ? fullName : null;
  }

  private void add(String scope, List<TypeElement> types, UnlabelledFields presence) {
    for (TypeElement type : types) {
      String fullName = join(scope, type.getName());
      if (type instanceof MessageElement message) {
        UnlabelledFields inside = presence.with(message.getOptions());
        messages.putIfAbsent(fullName, DeclaredMessage.of(fullName, message, inside));
        addGroups(fullName, message.getGroups(), inside);
        for (OneOfElement oneof : message.getOneOfs()) {
          addGroups(fullName, oneof.getGroups(), inside);
        }
        add(fullName, message.getNestedTypes(), inside);
      } else if (type instanceof EnumElement element) {
        enums.putIfAbsent(fullName, enumType(fullName, element));
      }
    }
  }

  private void addGroups(String scope, List<GroupElement> groups, UnlabelledFields presence) {
    for (GroupElement group : groups) {
      String fullName = join(scope, group.getName());
      List<FieldElement> fields = group.getFields();
      messages.putIfAbsent(fullName, DeclaredMessage.ofGroup(fullName, fields, presence));
    }
  }

  private static EnumType enumType(String fullName, EnumElement element) {
    Map<Integer, String> names = new LinkedHashMap<>();
    for (EnumConstantElement constant : element.getConstants()) {
      names.putIfAbsent(constant.getTag(), constant.getName());
    }
    int first = element.getConstants().isEmpty() ? 0 : element.getConstants().get(0).getTag();
    return new EnumType(fullName, names, first);
  }
}
