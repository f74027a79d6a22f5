/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A schema as a registry holds it.
 *
 * @param id its id, unique in its context
 * @param kind the language that its text is written in
 * @param text the schema itself
 * @param references the texts of the schemas that it refers to, those that they refer to included,
 *     by the name under which they are referred to; each stands after those that it needs itself
 */
public record RegisteredSchema(
    int id, SchemaKind kind, String text, Map<String, String> references) {
  public RegisteredSchema {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    references = Collections.unmodifiableMap(new LinkedHashMap<>(references));
  }
}
