/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;

/**
 * The next version of a schema, which can read what was written with the one before: what teams do
 * under the compatibility BACKWARD or FULL, all at once.
 */
final class RandomEvolution {
  private final Random random;
  private final RandomAvro schemas;

  RandomEvolution(Random random, RandomAvro schemas) {
    this.random = random;
    this.schemas = schemas;
  }

  Schema next(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ARRAY -> Schema.createArray(next(schema.getElementType()));
      case MAP -> Schema.createMap(next(schema.getValueType()));
      case UNION -> union(schema);
      case ENUM -> symbols(schema);
      case INT -> sometimes(6) ? Schema.create(Schema.Type.LONG) : schema;
      case FLOAT -> sometimes(6) ? Schema.create(Schema.Type.DOUBLE) : schema;
      case BYTES -> sometimes(6) ? Schema.create(Schema.Type.STRING) : schema;
      default -> schema;
    };
  }

  private Schema record(Schema schema) {
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      if (!sometimes(8)) {
        fields.add(field(field));
      }
    }
    if (sometimes(3)) {
      fields.add(added());
    }
    if (sometimes(4)) {
      Collections.shuffle(fields, random);
    }
    return Schema.createRecord(
        schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
  }

  private Schema.Field field(Schema.Field field) {
    Schema type = next(field.schema());
    boolean several = type.getType() == Schema.Type.UNION || type.getType() == Schema.Type.NULL;
    if (!several && sometimes(6)) {
      List<Schema> branches = new ArrayList<>(List.of(Schema.create(Schema.Type.NULL), type));
      Collections.shuffle(branches, random);
      type = Schema.createUnion(branches);
    }
    if (sometimes(8)) {
      Schema.Field renamed = new Schema.Field(schemas.name("f"), type);
      field.aliases().forEach(renamed::addAlias);
      renamed.addAlias(field.name());
      return renamed;
    }
    Schema.Field kept = new Schema.Field(field.name(), type);
    field.aliases().forEach(kept::addAlias);
    return kept;
  }

  private Schema.Field added() {
    Schema type = schemas.type(2);
    String name = schemas.name("f");
    return switch (type.getType()) {
      case INT -> new Schema.Field(name, type, "an int", 5);
      case STRING -> new Schema.Field(name, type, "a text", "five");
      case BOOLEAN -> new Schema.Field(name, type, "a truth", true);
      case ARRAY -> new Schema.Field(name, type, "a list", List.of());
      case UNION, NULL -> new Schema.Field(name, Schema.create(Schema.Type.LONG), null, 7L);
      default ->
          new Schema.Field(
              name,
              Schema.createUnion(Schema.create(Schema.Type.NULL), type),
              null,
              Schema.Field.NULL_DEFAULT_VALUE);
    };
  }

  private Schema union(Schema schema) {
    List<Schema> branches = new ArrayList<>();
    // A branch that becomes wider may become one that is there.
    schema.getTypes().stream()
        .map(branch -> branch.getType() == Schema.Type.RECORD ? next(branch) : branch)
        .forEach(branches::add);
    boolean several = AvroTypes.branches(schema).size() > 1;
    if (several && sometimes(3)) {
      branches.add(
          Schema.createRecord(
              schemas.name("R"),
              null,
              "random",
              false,
              List.of(new Schema.Field(schemas.name("f"), schemas.scalar()))));
    }
    Schema none = Schema.create(Schema.Type.NULL);
    if (several && !branches.contains(none) && sometimes(3)) {
      branches.add(none);
    }
    if (sometimes(3)) {
      Collections.shuffle(branches, random);
    }
    return Schema.createUnion(branches);
  }

  private Schema symbols(Schema schema) {
    List<String> symbols = new ArrayList<>(schema.getEnumSymbols());
    symbols.add(schemas.name("S"));
    Collections.shuffle(symbols, random);
    return Schema.createEnum(schema.getName(), null, schema.getNamespace(), symbols);
  }

  private boolean sometimes(int rarity) {
    return random.nextInt(rarity) == 0;
  }
}
