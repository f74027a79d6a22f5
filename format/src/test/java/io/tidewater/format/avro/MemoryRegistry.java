/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.UnknownSchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A registry of one subject; the ids are the versions. */
final class MemoryRegistry implements SchemaRegistry {
  private final List<RegisteredSchema> schemas = new ArrayList<>();
  private int asked;

  int add(String text) {
    return add(SchemaKind.AVRO, text, Map.of());
  }

  int add(SchemaKind kind, String text, Map<String, String> references) {
    int id = schemas.size() + 1;
    schemas.add(new RegisteredSchema(id, kind, text, references));
    return id;
  }

  /** How often a schema was asked for. */
  int asked() {
    return asked;
  }

  @Override
  public RegisteredSchema schema(int id, String subject) {
    asked++;
    if (id < 1 || id > schemas.size()) {
      throw new UnknownSchemaException("no schema " + id);
    }
    return schemas.get(id - 1);
  }

  @Override
  public List<Integer> versions(String subject) {
    return IntStream.rangeClosed(1, schemas.size()).boxed().toList();
  }

  @Override
  public RegisteredSchema version(String subject, int version) {
    return schema(version, subject);
  }

  @Override
  public RegisteredSchema latest(String subject) {
    return schema(schemas.size(), subject);
  }

  @Override
  public void close() {}
}
