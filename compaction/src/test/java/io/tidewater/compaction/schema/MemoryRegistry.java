/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema;

import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.RegistryUnavailableException;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.UnknownSchemaException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A registry in memory; ids count up over all subjects. */
public final class MemoryRegistry implements SchemaRegistry {
  private final Map<String, List<RegisteredSchema>> subjects = new HashMap<>();
  private int lastId;
  private int questions;
  private boolean down;

  public int register(String subject, SchemaKind kind, String text) {
    RegisteredSchema schema = new RegisteredSchema(++lastId, kind, text, Map.of());
    subjects.computeIfAbsent(subject, added -> new ArrayList<>()).add(schema);
    return schema.id();
  }

  /** An Avro record {@code Order} of some fields, such as {@code {"name":"id","type":"long"}}. */
  public int registerAvro(String subject, String... fields) {
    return register(
        subject,
        SchemaKind.AVRO,
        "{\"type\":\"record\",\"name\":\"Order\",\"fields\":[" + String.join(",", fields) + "]}");
  }

  /** From now on it does not answer. */
  public void fall() {
    down = true;
  }

  public int questions() {
    return questions;
  }

  @Override
  public RegisteredSchema schema(int id, String subject) {
    ask();
    return subjects.values().stream()
        .flatMap(List::stream)
        .filter(schema -> schema.id() == id)
        .findFirst()
        .orElseThrow(() -> new UnknownSchemaException("no schema " + id));
  }

  @Override
  public List<Integer> versions(String subject) {
    return IntStream.rangeClosed(1, of(subject).size()).boxed().toList();
  }

  @Override
  public RegisteredSchema version(String subject, int version) {
    return of(subject).get(version - 1);
  }

  @Override
  public RegisteredSchema latest(String subject) {
    List<RegisteredSchema> all = of(subject);
    return all.get(all.size() - 1);
  }

  private List<RegisteredSchema> of(String subject) {
    ask();
    List<RegisteredSchema> all = subjects.get(subject);
    if (all == null) {
      throw new UnknownSchemaException("no subject " + subject);
    }
    return all;
  }

  private void ask() {
    questions++;
    if (down) {
      throw new RegistryUnavailableException("connection refused", new IllegalStateException());
    }
  }

  @Override
  public void close() {}
}
