/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/**
 * The versions of one record type as its owners change it: fields are added, dropped, renamed, put
 * elsewhere, get other types, docs and defaults. A field stays the same field through all of it.
 */
final class RandomVersions {
  private static final int MOST_FIELDS = 8;

  /** How writers tell that a renamed field is the old one. */
  enum Identity {
    ALIASES,
    NUMBERS
  }

  /**
   * @param fieldOf by the id of a field of the incoming type, which field it is in all versions
   */
  record Version(Incoming incoming, Map<Integer, Integer> fieldOf) {}

  private final Random random;
  private final Identity identity;
  private final boolean changesTypes;
  private int lastField;

  RandomVersions(long seed, Identity identity, boolean changesTypes) {
    this.random = new Random(seed);
    this.identity = identity;
    this.changesTypes = changesTypes;
  }

  /** Versions in the order in which they were registered. */
  List<Version> versions(int count) {
    Shape shape = struct(0);
    List<Version> versions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      versions.add(new Description(i + 1).version(shape));
      shape = changed(shape);
    }
    return versions;
  }

  private Shape struct(int depth) {
    List<Member> members = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      members.add(member(depth));
    }
    return new Shape(Kind.STRUCT, members);
  }

  private Member member(int depth) {
    int field = ++lastField;
    return new Member(field, List.of("f" + field), shape(depth + 1), random.nextBoolean(), 0);
  }

  private Shape shape(int depth) {
    int choice = random.nextInt(depth < 3 ? 12 : 9);
    return switch (choice) {
      case 9 -> struct(depth);
      case 10 -> new Shape(Kind.LIST, List.of(member(depth)));
      case 11 -> new Shape(Kind.MAP, List.of(member(depth)));
      default -> new Shape(Kind.values()[choice], List.of());
    };
  }

  private Shape changed(Shape shape) {
    if (shape.kind != Kind.STRUCT) {
      List<Member> inside =
          shape.members.stream().map(m -> m.as(m.names, changedType(m.shape))).toList();
      return new Shape(shape.kind, inside);
    }
    List<Member> members = new ArrayList<>();
    for (Member member : shape.members) {
      switch (random.nextInt(8)) {
        case 0 -> {
          // Dropped.
        }
        case 1 -> members.add(member.as(renamed(member.names), member.shape));
        case 2 -> members.add(member.as(member.names, changedType(member.shape)));
        case 3 -> members.add(member.told(random.nextBoolean(), member.note + 1));
        default -> members.add(member);
      }
    }
    if (members.isEmpty() || (members.size() < MOST_FIELDS && random.nextInt(3) > 0)) {
      members.add(member(0));
    }
    if (random.nextInt(4) == 0) {
      Collections.shuffle(members, random);
    }
    return new Shape(Kind.STRUCT, members);
  }

  private Shape changedType(Shape shape) {
    if (!shape.members.isEmpty()) {
      return changesTypes && random.nextInt(6) == 0 ? shape(2) : changed(shape);
    }
    return switch (shape.kind) {
      case INT -> new Shape(Kind.LONG, List.of());
      case FLOAT -> new Shape(Kind.DOUBLE, List.of());
      default -> changesTypes ? shape(2) : shape;
    };
  }

  private List<String> renamed(List<String> names) {
    List<String> all = new ArrayList<>();
    all.add(names.get(names.size() - 1) + "_" + Integer.toString(random.nextInt(1 << 20), 36));
    all.addAll(names);
    return all;
  }

  private enum Kind {
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    STRING,
    BOOLEAN,
    DATE,
    BINARY,
    UNSIGNED,
    STRUCT,
    LIST,
    MAP
  }

  private record Shape(Kind kind, List<Member> members) {}

  /**
   * @param names the present one first, then former ones
   * @param note counts the changes of doc and default
   */
  private record Member(int field, List<String> names, Shape shape, boolean optional, int note) {
    Member as(List<String> others, Shape other) {
      return new Member(field, others, other, optional, note);
    }

    Member told(boolean mayBeNull, int changes) {
      return new Member(field, names, shape, mayBeNull, changes);
    }
  }

  /** Describes one version as a format would. */
  private final class Description {
    private final int schemaId;
    private final Map<Integer, FieldOrigin> origins = new HashMap<>();
    private final Map<Integer, Integer> fieldOf = new HashMap<>();
    private int lastId;

    Description(int schemaId) {
      this.schemaId = schemaId;
    }

    Version version(Shape shape) {
      StructType type = struct(shape);
      return new Version(
          new Incoming(type, "shop.Order", OptionalInt.of(schemaId), origins), fieldOf);
    }

    private StructType struct(Shape shape) {
      return StructType.of(shape.members.stream().map(this::field).toList());
    }

    private NestedField field(Member member) {
      int id = ++lastId;
      fieldOf.put(id, member.field);
      origins.put(
          id,
          identity == Identity.NUMBERS
              ? FieldOrigin.number(member.field)
              : FieldOrigin.aliases(member.names.subList(1, member.names.size())));
      NestedField.Builder field =
          NestedField.builder()
              .withId(id)
              .withName(member.names.get(0))
              .isOptional(member.optional)
              .ofType(type(member.shape))
              .withDoc("changed " + member.note + " times");
      if (member.shape.kind == Kind.LONG && member.note > 0) {
        field.withWriteDefault(Literal.of((long) member.note));
        field.withInitialDefault(Literal.of((long) member.note));
      }
      return field.build();
    }

    private Type type(Shape shape) {
      return switch (shape.kind) {
        case INT -> Types.IntegerType.get();
        case LONG -> Types.LongType.get();
        case FLOAT -> Types.FloatType.get();
        case DOUBLE -> Types.DoubleType.get();
        case STRING -> Types.StringType.get();
        case BOOLEAN -> Types.BooleanType.get();
        case DATE -> Types.DateType.get();
        case BINARY -> Types.BinaryType.get();
        case UNSIGNED -> Types.DecimalType.of(20, 0);
        case STRUCT -> struct(shape);
        case LIST -> list(shape.members.get(0));
        case MAP -> map(shape.members.get(0));
      };
    }

    private Type list(Member element) {
      Type type = type(element.shape);
      int id = ++lastId;
      return element.optional ? ListType.ofOptional(id, type) : ListType.ofRequired(id, type);
    }

    private Type map(Member value) {
      Type type = type(value.shape);
      int key = ++lastId;
      int id = ++lastId;
      Type text = Types.StringType.get();
      return value.optional
          ? MapType.ofOptional(key, id, text, type)
          : MapType.ofRequired(key, id, text, type);
    }
  }
}
