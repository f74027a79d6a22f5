/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.avro.RecordDecoder.Step;
import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.ValueVisitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Decoders that tell everything that a value holds, without a table: for text and variants. A type
 * that contains itself becomes a decoder that does. Of a union's branches only the one that is
 * there is told.
 */
final class WholeValues {
  private final MappingOptions options;
  private final ValueVisitor receiver;
  private final IdentityHashMap<Schema, Decoder> records = new IdentityHashMap<>();

  WholeValues(MappingOptions options, ValueVisitor receiver) {
    this.options = options;
    this.receiver = receiver;
  }

  Decoder of(Schema schema) {
    ScalarMapping scalar = AvroTypes.scalar(schema, options);
    if (scalar != null) {
      ValueVisitor column = Conversions.between(scalar.emitted(), scalar.type(), receiver);
      return input -> scalar.decoder().read(input, column);
    }
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ARRAY -> new Deeper(list(schema));
      case MAP -> new Deeper(map(AvroTypes.MAP_KEY, schema.getValueType()));
      case UNION -> union(schema);
      default -> input -> receiver.nullValue();
    };
  }

  /** A decoder of one branch of a union of several types. */
  Decoder branch(String name, Schema branch) {
    return RecordDecoder.of(List.of(new Step(name, name, 0, of(branch))), receiver);
  }

  private Decoder record(Schema schema) {
    Decoder known = records.get(schema);
    if (known != null) {
      return known;
    }
    RecordDecoder record = new RecordDecoder(receiver);
    Decoder decoder = new Deeper(record);
    records.put(schema, decoder);
    List<Step> steps = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      steps.add(new Step(field.name(), field.name(), field.pos(), of(field.schema())));
    }
    record.complete(steps);
    return decoder;
  }

  private Decoder list(Schema schema) {
    Schema element = schema.getElementType();
    if (ConnectProperties.isEntryList(schema)) {
      return map(element.getFields().get(0).schema(), element.getFields().get(1).schema());
    }
    return new ListDecoder(MinimumSize.of(element), of(element), receiver);
  }

  private Decoder map(Schema key, Schema value) {
    int entryBytes = MinimumSize.of(key) + MinimumSize.of(value);
    return new MapDecoder(entryBytes, of(key), of(value), receiver);
  }

  private Decoder union(Schema schema) {
    List<Schema> types = AvroTypes.branches(schema);
    Iterator<String> names = types.size() > 1 ? BranchNames.of(types).iterator() : noNames();
    List<Decoder> decoders = new ArrayList<>();
    for (Schema branch : schema.getTypes()) {
      boolean named = branch.getType() != Schema.Type.NULL && names.hasNext();
      decoders.add(named ? branch(names.next(), branch) : of(branch));
    }
    return new UnionDecoder(decoders);
  }

  private static Iterator<String> noNames() {
    return Collections.emptyIterator();
  }
}
