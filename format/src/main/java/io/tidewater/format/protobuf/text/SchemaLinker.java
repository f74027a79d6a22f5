/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.text;

import com.squareup.wire.schema.Field.Label;
import com.squareup.wire.schema.internal.parser.FieldElement;
import com.squareup.wire.schema.internal.parser.GroupElement;
import com.squareup.wire.schema.internal.parser.MessageElement;
import com.squareup.wire.schema.internal.parser.TypeElement;
import io.tidewater.format.protobuf.text.DeclaredMessage.GroupMember;
import io.tidewater.format.protobuf.text.DeclaredMessage.Member;
import io.tidewater.format.protobuf.text.DeclaredMessage.PlainMember;
import io.tidewater.format.protobuf.type.Cardinality;
import io.tidewater.format.protobuf.type.EnumType;
import io.tidewater.format.protobuf.type.FieldTraits;
import io.tidewater.format.protobuf.type.FieldType;
import io.tidewater.format.protobuf.type.MapType;
import io.tidewater.format.protobuf.type.MessageReference;
import io.tidewater.format.protobuf.type.MessageReference.Encoding;
import io.tidewater.format.protobuf.type.MessageType;
import io.tidewater.format.protobuf.type.ProtoField;
import io.tidewater.format.protobuf.type.ProtoSchema;
import io.tidewater.format.protobuf.type.ScalarKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Resolves the names in a file, and in those of its imports that its messages lead to. */
final class SchemaLinker {
  private final Declarations declarations;
  private final Map<String, MessageType> linked = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();

  SchemaLinker(Declarations declarations) {
    this.declarations = declarations;
  }

  /**
   * A file with all that its messages need.
   *
   * @throws IllegalArgumentException if a name refers to nothing
   */
  ProtoSchema link(ProtoText main) {
    List<String> topLevel = new ArrayList<>();
    for (TypeElement type : main.file().getTypes()) {
      if (type instanceof MessageElement) {
        topLevel.add(Declarations.join(main.scope(), type.getName()));
      }
    }
    open.addAll(topLevel);
    while (!open.isEmpty()) {
      String name = open.remove();
      if (!linked.containsKey(name)) {
        DeclaredMessage declared = Objects.requireNonNull(declarations.message(name), name);
        linked.put(name, message(declared));
        open.addAll(declared.nested());
      }
    }
    return new ProtoSchema(linked, topLevel);
  }

  private MessageType message(DeclaredMessage declared) {
    List<ProtoField> fields = new ArrayList<>();
    for (Member member : declared.members()) {
      fields.add(
          member instanceof PlainMember plain
              ? field(declared, plain.field(), plain.oneof())
              : group(declared, ((GroupMember) member).group(), member.oneof()));
    }
    return new MessageType(declared.fullName(), fields, declared.nested());
  }

  private ProtoField field(DeclaredMessage declared, FieldElement field, int oneof) {
    UnlabelledFields presence = declared.presence().with(field.getOptions());
    FieldType type = type(field.getType(), declared.fullName(), presence.encoding());
    FieldTraits traits =
        new FieldTraits(
            field.getDocumentation(),
            field.getDefaultValue(),
            oneof,
            Options.fieldMeta(field.getOptions()));
    Cardinality cardinality;
    if (type instanceof MapType) {
      cardinality = Cardinality.REPEATED;
    } else if (oneof != FieldTraits.NO_ONEOF) {
      cardinality = Cardinality.EXPLICIT;
    } else {
      cardinality = cardinality(field.getLabel(), presence.cardinality());
    }
    boolean always = type instanceof MessageReference && cardinality == Cardinality.IMPLICIT;
    return new ProtoField(
        field.getName(), field.getTag(), type, always ? Cardinality.EXPLICIT : cardinality, traits);
  }

  private ProtoField group(DeclaredMessage declared, GroupElement group, int oneof) {
    String fullName = Declarations.join(declared.fullName(), group.getName());
    open.add(fullName);
    Cardinality cardinality =
        oneof == FieldTraits.NO_ONEOF
            ? cardinality(group.getLabel(), Cardinality.EXPLICIT)
            : Cardinality.EXPLICIT;
    return new ProtoField(
        group.getName().toLowerCase(Locale.ROOT),
        group.getTag(),
        new MessageReference(fullName, Encoding.DELIMITED),
        cardinality,
        new FieldTraits(group.getDocumentation(), null, oneof, Map.of()));
  }

  private static Cardinality cardinality(@Nullable Label label, Cardinality unlabelled) {
    if (label == null) {
      return unlabelled;
    }
    return switch (label) {
      case REQUIRED -> Cardinality.REQUIRED;
      case REPEATED -> Cardinality.REPEATED;
      default -> Cardinality.EXPLICIT;
    };
  }

  private FieldType type(String text, String scope, Encoding encoding) {
    if (text.startsWith("map<")) {
      String[] parts = text.substring("map<".length(), text.length() - 1).split(",", 2);
      ScalarKind key = ScalarKind.of(parts[0].strip());
      if (key == null || parts.length != 2) {
        throw new IllegalArgumentException("no map has the type " + text);
      }
      // An edition's delimited encoding holds for fields, not for what is inside a map.
      return new MapType(key, type(parts[1].strip(), scope, Encoding.LENGTH_PREFIXED));
    }
    ScalarKind kind = ScalarKind.of(text);
    return kind == null ? declared(text, scope, encoding) : kind;
  }

  private FieldType declared(String reference, String scope, Encoding encoding) {
    String fullName = declarations.resolve(reference, scope);
    if (fullName == null) {
      throw new IllegalArgumentException(
          scope + " needs the type " + reference + ", which neither it nor what it imports has");
    }
    EnumType enumType = declarations.enumType(fullName);
    if (enumType != null) {
      return enumType;
    }
    open.add(fullName);
    return new MessageReference(fullName, encoding);
  }
}
