/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.value.QuietVisitor;
import io.tidewater.format.value.ValueVisitor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.avro.Schema;

/** Decoders that pass over values. They look at no more than they must to find the end. */
final class Skips {
  private static final ValueVisitor NOBODY = new QuietVisitor();

  private final IdentityHashMap<Schema, Decoder> records = new IdentityHashMap<>();

  Decoder of(Schema schema) {
    return switch (schema.getType()) {
      case NULL -> input -> {};
      case BOOLEAN -> AvroInput::readBoolean;
      case INT -> AvroInput::readInt;
      case LONG -> AvroInput::readLong;
      case FLOAT -> input -> input.skip(Float.BYTES, "an Avro float");
      case DOUBLE -> input -> input.skip(Double.BYTES, "an Avro double");
      case STRING -> input -> input.skip(input.readLength("an Avro string"), "an Avro string");
      case BYTES -> input -> input.skip(input.readLength("Avro bytes"), "Avro bytes");
      case FIXED -> fixed(schema.getFixedSize());
      case ENUM -> index(schema.getEnumSymbols().size());
      case UNION -> new UnionDecoder(schema.getTypes().stream().map(this::of).toList());
      case RECORD -> record(schema);
      case ARRAY -> blocks(of(schema.getElementType()), MinimumSize.of(schema.getElementType()));
      case MAP -> map(schema.getValueType());
    };
  }

  private static Decoder fixed(int size) {
    return input -> input.skip(size, "an Avro fixed of " + size + " bytes");
  }

  private static Decoder index(int symbols) {
    return input -> input.readIndex(symbols, "an enum's index");
  }

  private Decoder record(Schema schema) {
    Decoder known = records.get(schema);
    if (known != null) {
      return known;
    }
    RecordDecoder record = new RecordDecoder(NOBODY);
    Decoder decoder = new Deeper(record);
    records.put(schema, decoder);
    List<RecordDecoder.Step> steps = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      steps.add(RecordDecoder.Step.skipping(field.name(), of(field.schema())));
    }
    record.complete(steps);
    return decoder;
  }

  private Decoder map(Schema values) {
    Decoder key = of(AvroTypes.MAP_KEY);
    Decoder value = of(values);
    return blocks(
        input -> {
          key.read(input);
          value.read(input);
        },
        1 + MinimumSize.of(values));
  }

  private static Decoder blocks(Decoder element, int elementBytes) {
    return new Deeper(
        input -> {
          int count = input.readBlock(elementBytes);
          while (count > 0) {
            if (input.blockEnd() != AvroInput.UNKNOWN) {
              input.skipBlock();
            } else {
              for (int i = 0; i < count; i++) {
                element.read(input);
              }
            }
            count = input.readBlock(elementBytes);
          }
        });
  }
}
