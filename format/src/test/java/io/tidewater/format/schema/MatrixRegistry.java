/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaRegistry;
import java.util.List;
import java.util.stream.IntStream;

/** The schemas of one row of the matrix, whose ids are 1 and up in their order. */
record MatrixRegistry(List<RegisteredSchema> schemas) implements SchemaRegistry {
  @Override
  public RegisteredSchema schema(int id, String subject) {
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
