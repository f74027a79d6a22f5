/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.registry;

import java.util.List;

/**
 * A schema to be registered.
 *
 * @param type {@code AVRO}, {@code PROTOBUF} or {@code JSON}
 * @param text the schema itself
 * @param references those that it refers to, which must be registered already
 */
public record ProducerSchema(String type, String text, List<SchemaReference> references) {
  public ProducerSchema {
    references = List.copyOf(references);
  }

  public static ProducerSchema avro(String text, SchemaReference... references) {
    return new ProducerSchema("AVRO", text, List.of(references));
  }

  public static ProducerSchema protobuf(String text, SchemaReference... references) {
    return new ProducerSchema("PROTOBUF", text, List.of(references));
  }

  public static ProducerSchema json(String text, SchemaReference... references) {
    return new ProducerSchema("JSON", text, List.of(references));
  }
}
