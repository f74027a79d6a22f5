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
 *
 * @see Changes
 */
final class RandomEvolution {
  private final Random random;
  private final RandomAvro schemas;
  private final Changes changes;

  RandomEvolution(Random random, RandomAvro schemas, Changes changes) {
    this.random = random;
    this.schemas = schemas;
    this.changes = changes;
  }

  /** Which changes chance may make. */
  enum Changes {
    /** Those that one column can follow. */
    OF_ONE_COLUMN,
    /** All that Avro can read. */
    ALL
  }

  Schema next(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ARRAY -> Schema.createArray(next(schema.getElementType()));
      case MAP -> Schema.createMap(next(schema.getValueType()));
      case UNION -> union(schema);
      case ENUM -> symbols(schema);
      case INT -> wider(schema, Schema.Type.LONG, Schema.Type.FLOAT, Schema.Type.DOUBLE);
      case LONG -> wider(schema, Schema.Type.LONG, Schema.Type.FLOAT, Schema.Type.DOUBLE);
      case FLOAT -> wider(schema, Schema.Type.DOUBLE);
      case BYTES -> wider(schema, Schema.Type.STRING);
      case STRING -> wider(schema, Schema.Type.STRING, Schema.Type.BYTES);
      default -> schema;
    };
  }

  /**
   * @param first a type that a column follows; the others are those that it does not
   */
  private Schema wider(Schema schema, Schema.Type first, Schema.Type... others) {
    boolean all = changes == Changes.ALL;
    if (!sometimes(all ? 3 : 6)) {
      return schema;
    }
    int choice = all ? random.nextInt(others.length + 1) : 0;
    return Schema.create(choice == 0 ? first : others[choice - 1]);
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
    if (!several && changes == Changes.ALL && sometimes(6)) {
      type = Schema.createUnion(List.of(type, other(type)));
    } else if (!several && sometimes(6)) {
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

  private Schema other(Schema type) {
    Schema scalar = schemas.scalar();
    return scalar.getType() == type.getType() ? record() : scalar;
  }

  private Schema record() {
    return Schema.createRecord(
        schemas.name("R"),
        null,
        "random",
        false,
        List.of(new Schema.Field(schemas.name("f"), schemas.scalar())));
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
    if ((several || changes == Changes.ALL) && sometimes(3)) {
      branches.add(record());
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
    String other = schema.getEnumDefault() != null || sometimes(2) ? symbols.get(0) : null;
    return Schema.createEnum(schema.getName(), null, schema.getNamespace(), symbols, other);
  }

  private boolean sometimes(int rarity) {
    return random.nextInt(rarity) == 0;
  }
}
