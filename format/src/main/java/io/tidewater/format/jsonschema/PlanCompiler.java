/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.json.ShapelessValue;
import io.tidewater.format.jsonschema.ChoiceTokens.BranchReader;
import io.tidewater.format.jsonschema.StructTokens.MemberReader;
import io.tidewater.format.jsonschema.shape.Shape;
import io.tidewater.format.jsonschema.shape.Shape.Branch;
import io.tidewater.format.jsonschema.shape.Shape.Choice;
import io.tidewater.format.jsonschema.shape.Shape.Elements;
import io.tidewater.format.jsonschema.shape.Shape.Entries;
import io.tidewater.format.jsonschema.shape.Shape.Member;
import io.tidewater.format.jsonschema.shape.Shape.Members;
import io.tidewater.format.jsonschema.shape.Shape.Pairs;
import io.tidewater.format.jsonschema.shape.Shape.Scalar;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.QuietVisitor;
import io.tidewater.format.value.ValueVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a shape against a table, once. Never fails: where the two cannot meet it leaves a reader
 * that refuses each value, so that only records that have one there fail.
 */
final class PlanCompiler {
  private final Alignment alignment;
  private final MappingOptions options;
  private final UndeclaredMembers undeclared;
  private final ValueVisitor receiver;

  PlanCompiler(
      Alignment alignment,
      MappingOptions options,
      UndeclaredMembers undeclared,
      ValueVisitor receiver) {
    this.alignment = alignment;
    this.options = options;
    this.undeclared = undeclared;
    this.receiver = receiver;
  }

  /** A reader of an object, or of a choice, into a struct. */
  TokenReader struct(Shape shape, StructType incoming, StructType struct) {
    return shape instanceof Members members
        ? members(members, incoming, struct)
        : choice((Choice) shape, incoming, struct);
  }

  /** A reader of a value that is no record into the one column for it. */
  TokenReader single(Shape shape, StructType incoming, StructType table) {
    NestedField field = incoming.fields().isEmpty() ? null : incoming.fields().get(0);
    NestedField column = field == null ? null : alignment.column(field);
    String absent = absent(table, column == null ? Set.of() : Set.of(column.fieldId()));
    if (absent != null) {
      return refusal("the required field " + absent);
    }
    if (field == null || column == null) {
      return new ValueTokens.Nowhere(receiver);
    }
    int position = table.fields().indexOf(column);
    return new ValueTokens(column.name(), position, nullable(shape, field, column), receiver);
  }

  /** The name of a column that must have a value and gets none; null if there is none such. */
  static @Nullable String absent(StructType struct, Set<Integer> present) {
    for (NestedField column : struct.fields()) {
      if (isNeeded(column) && !present.contains(column.fieldId())) {
        return column.name();
      }
    }
    return null;
  }

  /** By column id: a search for each of thousands of members would be long. */
  private static Map<Integer, Integer> positions(StructType struct) {
    Map<Integer, Integer> positions = new HashMap<>();
    struct.fields().forEach(column -> positions.put(column.fieldId(), positions.size()));
    return positions;
  }

  private static boolean isNeeded(NestedField column) {
    return column.isRequired() && column.writeDefault() == null;
  }

  private TokenReader members(Members members, StructType incoming, StructType struct) {
    List<MemberReader> readers = new ArrayList<>();
    Set<Integer> matched = new HashSet<>();
    Map<Integer, Integer> positions = positions(struct);
    int needed = 0;
    for (Member member : members.members()) {
      NestedField field = incoming.field(member.name());
      NestedField column = field == null ? null : alignment.column(field);
      if (field == null || column == null) {
        readers.add(unstored(member));
      } else {
        matched.add(column.fieldId());
        int position = positions.getOrDefault(column.fieldId(), -1);
        TokenReader value = nullable(member.part().shape(), field, column);
        int neededAt = isNeeded(column) ? needed++ : -1;
        readers.add(new MemberReader(member.name(), position, column.name(), value, neededAt));
      }
    }
    String absent = absent(struct, matched);
    return absent == null
        ? new StructTokens(readers, extra(members, incoming, struct), receiver)
        : refusal("the required field " + absent);
  }

  /** Nothing is stored of a member that has no column; only one that must not be is looked at. */
  private static MemberReader unstored(Member member) {
    TokenReader reader =
        member.part().shape() instanceof Shape.Nothing
            ? new NullableTokens(
                refusal("no value, as the schema says,"), false, new QuietVisitor())
            : cursor -> cursor.skip();
    return new MemberReader(member.name(), -1, null, reader, -1);
  }

  private ExtraMembers extra(Members members, StructType incoming, StructType struct) {
    if (!members.open() || undeclared == UndeclaredMembers.REFUSE) {
      return ExtraMembers.REFUSED;
    }
    NestedField field = incoming.field(ExtraMembers.column(members));
    NestedField column = field == null ? null : alignment.column(field);
    if (undeclared == UndeclaredMembers.IGNORE || column == null) {
      return ExtraMembers.SKIPPED;
    }
    ShapelessValue object = ShapelessValue.of(column.type());
    return object == null
        ? ExtraMembers.REFUSED
        : new ExtraMembers.Collected(
            column.name(), struct.fields().indexOf(column), object, receiver);
  }

  private TokenReader choice(Choice choice, StructType incoming, StructType struct) {
    List<BranchReader> readers = new ArrayList<>();
    for (Branch branch : choice.branches()) {
      NestedField field = incoming.field(branch.name());
      NestedField column = field == null ? null : alignment.column(field);
      if (field == null || column == null) {
        readers.add(new BranchReader(branch.name(), -1, null, cursor -> cursor.skip()));
      } else {
        int position = struct.fields().indexOf(column);
        TokenReader value = nullable(branch.part().shape(), field, column);
        readers.add(new BranchReader(branch.name(), position, column.name(), value));
      }
    }
    String absent = absent(struct, Set.of());
    return absent == null
        ? new ChoiceTokens(choice, readers, receiver)
        : refusal("the required field " + absent);
  }

  private TokenReader nullable(Shape shape, NestedField field, NestedField column) {
    TokenReader reader = value(shape, field.type(), column.type());
    return new NullableTokens(reader, column.isRequired(), receiver);
  }

  private TokenReader value(Shape shape, Type incoming, Type column) {
    if (shape instanceof Scalar scalar) {
      ScalarReader reader = ScalarMapping.of(scalar, options).reader(column);
      ValueVisitor into = Conversions.into(column, receiver);
      return cursor -> reader.read(cursor, into);
    }
    ShapelessValue shapeless = ShapelessValue.of(column);
    if (shapeless != null) {
      return new ShapelessTokens(shapeless, receiver);
    }
    if (shape instanceof Members || shape instanceof Choice) {
      return column.isStructType()
          ? struct(shape, incoming.asStructType(), column.asStructType())
          : refusal("a " + column);
    }
    if (shape instanceof Elements elements && column.isListType()) {
      NestedField element = column.asListType().fields().get(0);
      NestedField field = incoming.asListType().fields().get(0);
      return new ListTokens(nullable(elements.element().shape(), field, element), receiver);
    }
    if (column.isMapType() && incoming.isMapType()) {
      return map(shape, incoming.asMapType(), column.asMapType());
    }
    return shape instanceof Shape.Anything && column.isPrimitiveType()
        ? new ShapelessTokens.IntoScalar(Conversions.into(column, receiver))
        : refusal("a " + column);
  }

  private TokenReader map(Shape shape, MapType incoming, MapType column) {
    NestedField value = column.fields().get(1);
    NestedField valueField = incoming.fields().get(1);
    if (shape instanceof Entries entries) {
      return new MapTokens(
          Conversions.into(column.keyType(), receiver),
          nullable(entries.value().shape(), valueField, value),
          receiver);
    }
    Pairs pairs = (Pairs) shape;
    return new MapTokens.OfPairs(
        nullable(pairs.key().shape(), incoming.fields().get(0), column.fields().get(0)),
        nullable(pairs.value().shape(), valueField, value),
        receiver);
  }

  private static TokenReader refusal(String expected) {
    return cursor -> {
      throw cursor.mismatch(expected);
    };
  }
}
