/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.avro.RecordDecoder.Step;
import io.tidewater.format.avro.Shape.Member;
import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.JsonText;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import io.tidewater.format.value.VariantBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StringType;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a shape against the columns of a table, once. Never fails: where the two cannot meet it
 * leaves a decoder that refuses each value, so that only records that have one there fail.
 */
final class ColumnPlan {
  private final Alignment alignment;
  private final MappingOptions options;
  private final ValueVisitor receiver;
  private final Skips skips = new Skips();

  ColumnPlan(Alignment alignment, MappingOptions options, ValueVisitor receiver) {
    this.alignment = alignment;
    this.options = options;
    this.receiver = receiver;
  }

  /** A decoder of a payload's value into the columns of the table. */
  Decoder payload(Shape.Fields fields) {
    return record(fields, alignment.table());
  }

  private Decoder record(Shape.Fields fields, StructType struct) {
    Map<Integer, Integer> positions = positions(struct);
    Set<Integer> present = new HashSet<>();
    List<Step> steps = new ArrayList<>();
    for (Member member : fields.members()) {
      NestedField column = column(member);
      if (column != null) {
        present.add(column.fieldId());
      }
      steps.add(step(member, column, positions));
    }
    Decoder refusal = refusalForAbsent(struct, present);
    return refusal == null ? RecordDecoder.of(steps, receiver) : refusal;
  }

  private Step step(Member member, @Nullable NestedField column, Map<Integer, Integer> positions) {
    return column == null
        ? Step.skipping(member.name(), skips.of(member.place().schema()))
        : step(member.name(), column, positions, place(member.place(), column));
  }

  private static Step step(
      String name, NestedField column, Map<Integer, Integer> positions, Decoder decoder) {
    int position = Objects.requireNonNull(positions.get(column.fieldId()), column.name());
    return new Step(name, column.name(), position, decoder);
  }

  private @Nullable NestedField column(Member member) {
    return member.incoming() == null ? null : alignment.column(member.incoming());
  }

  private static Map<Integer, Integer> positions(StructType struct) {
    Map<Integer, Integer> positions = new HashMap<>();
    for (NestedField column : struct.fields()) {
      positions.put(column.fieldId(), positions.size());
    }
    return positions;
  }

  private static @Nullable Decoder refusalForAbsent(StructType struct, Set<Integer> present) {
    for (NestedField column : struct.fields()) {
      boolean needed = column.isRequired() && column.writeDefault() == null;
      if (needed && !present.contains(column.fieldId())) {
        return refuse("the required field " + column.name(), "a record without it");
      }
    }
    return null;
  }

  /** A decoder of values, null included, into a column. */
  private Decoder place(Place place, NestedField column) {
    Schema schema = place.schema();
    if (schema.getType() != Schema.Type.UNION) {
      return value(schema, place.shape(), column.type());
    }
    Iterator<Decoder> branches =
        place.shape() instanceof Shape.Branches several
            ? branches(several, column.type()).iterator()
            : Collections.emptyIterator();
    List<Decoder> decoders = new ArrayList<>();
    for (Schema branch : schema.getTypes()) {
      if (branch.getType() == Schema.Type.NULL) {
        decoders.add(nothing(column));
      } else if (branches.hasNext()) {
        decoders.add(branches.next());
      } else {
        decoders.add(value(branch, place.shape(), column.type()));
      }
    }
    return new UnionDecoder(decoders);
  }

  private Decoder nothing(NestedField column) {
    return column.isRequired()
        ? refuse("a value, since the column is required", "null")
        : input -> receiver.nullValue();
  }

  private List<Decoder> branches(Shape.Branches union, Type type) {
    return union.members().stream()
        .map(
            branch ->
                type.isStructType()
                    ? branch(branch, union.label(), type.asStructType())
                    : branch(branch, type))
        .toList();
  }

  private Decoder branch(Member branch, @Nullable NestedField label, StructType struct) {
    Map<Integer, Integer> positions = positions(struct);
    NestedField column = column(branch);
    NestedField labelColumn = label == null ? null : alignment.column(label);
    List<Step> steps = new ArrayList<>();
    if (labelColumn != null) {
      steps.add(step(branch.name(), labelColumn, positions, name(branch.name(), labelColumn)));
    }
    steps.add(step(branch, column, positions));
    Set<Integer> present =
        Stream.of(column, labelColumn)
            .filter(Objects::nonNull)
            .map(NestedField::fieldId)
            .collect(Collectors.toSet());
    Decoder refusal = refusalForAbsent(struct, present);
    return refusal == null ? RecordDecoder.of(steps, receiver) : refusal;
  }

  /** A decoder of no bytes at all. */
  private Decoder name(String branch, NestedField column) {
    ValueVisitor text = Conversions.between(StringType.get(), column.type(), receiver);
    return input -> text.stringValue(branch);
  }

  private Decoder branch(Member branch, Type type) {
    Schema schema = branch.place().schema();
    Decoder whole = whole(type, values -> values.branch(branch.name(), schema));
    return whole == null ? refuse(schema, type) : whole;
  }

  private Decoder value(Schema schema, Shape shape, Type type) {
    if (shape instanceof Shape.Scalar scalar) {
      return scalar(scalar.mapping(), type);
    }
    if (shape instanceof Shape.Fields fields && type.isStructType()) {
      return record(fields, type.asStructType());
    }
    if (shape instanceof Shape.Elements elements && type.isListType()) {
      return list(elements, type.asListType());
    }
    if (shape instanceof Shape.Entries entries && type.isMapType()) {
      return map(entries, type.asMapType());
    }
    Decoder whole = whole(type, values -> values.of(schema));
    return whole == null ? refuse(schema, type) : whole;
  }

  private Decoder scalar(ScalarMapping mapping, Type type) {
    ScalarDecoder decoder = mapping.decoder();
    ValueVisitor column = Conversions.between(mapping.emitted(), type, receiver);
    return input -> decoder.read(input, column);
  }

  private Decoder list(Shape.Elements elements, ListType type) {
    Place element = elements.element();
    return new ListDecoder(
        MinimumSize.of(element.schema()), place(element, type.fields().get(0)), receiver);
  }

  private Decoder map(Shape.Entries entries, MapType type) {
    Place key = entries.key();
    Place value = entries.value();
    return new MapDecoder(
        MinimumSize.of(key.schema()) + MinimumSize.of(value.schema()),
        place(key, type.fields().get(0)),
        place(value, type.fields().get(1)),
        receiver);
  }

  /** A decoder of nested values into one column; null if they do not go into one of its type. */
  private @Nullable Decoder whole(Type type, Function<WholeValues, Decoder> decoder) {
    return switch (type.typeId()) {
      case STRING -> json(decoder);
      case VARIANT -> variant(decoder);
      default -> null;
    };
  }

  private Decoder json(Function<WholeValues, Decoder> decoder) {
    JsonText json = new JsonText();
    Decoder whole = decoder.apply(new WholeValues(options, json));
    return input -> {
      json.begin();
      whole.read(input);
      receiver.stringValue(json.finish());
    };
  }

  private Decoder variant(Function<WholeValues, Decoder> decoder) {
    VariantBuilder variant = new VariantBuilder();
    Decoder whole = decoder.apply(new WholeValues(options, variant));
    return input -> {
      variant.begin();
      whole.read(input);
      receiver.variantValue(variant.finish());
    };
  }

  private static Decoder refuse(Schema schema, Type type) {
    return refuse("a " + type, "a value of Avro type " + schema.getType().getName());
  }

  private static Decoder refuse(String expected, String got) {
    return input -> {
      throw new ValueMismatchException(expected, got);
    };
  }
}
