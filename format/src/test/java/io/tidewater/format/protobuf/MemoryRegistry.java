/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.UnknownSchemaException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A registry in memory: schemas by the ids that they were put under. */
final class MemoryRegistry implements SchemaRegistry {
  private final Map<Integer, RegisteredSchema> schemas = new HashMap<>();
  private int asked;

  /** Adds a schema; its id is the next one from 1. */
  int add(String text, Map<String, String> references) {
    return add(SchemaKind.PROTOBUF, text, references);
  }

  int add(SchemaKind kind, String text, Map<String, String> references) {
    int id = schemas.size() + 1;
    schemas.put(id, new RegisteredSchema(id, kind, text, references));
    return id;
  }

  /** How often a schema was asked for. */
  int asked() {
    return asked;
  }

  @Override
  public RegisteredSchema schema(int id, String subject) {
    asked++;
    RegisteredSchema schema = schemas.get(id);
    if (schema == null) {
      throw new UnknownSchemaException("no schema " + id);
    }
    return schema;
  }

  @Override
  public List<Integer> versions(String subject) {
    return schemas.keySet().stream().sorted().toList();
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
