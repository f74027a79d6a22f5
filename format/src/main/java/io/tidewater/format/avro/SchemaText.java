/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.UnknownSchemaException;
import java.util.Locale;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/**
 * Parses the schemas of a registry. What other libraries let pass passes: names that Avro's
 * specification does not allow, and defaults that are not of their field's type.
 */
final class SchemaText {
  private SchemaText() {}

  /**
   * The schema, with the types of those that it refers to.
   *
   * @throws UnknownSchemaException if it is no Avro schema
   */
  static Schema parse(RegisteredSchema registered) {
    if (registered.kind() != SchemaKind.AVRO) {
      throw new UnknownSchemaException(
          "schema "
              + registered.id()
              + " of the registry is a "
              + registered.kind().name().toLowerCase(Locale.ROOT)
              + " schema, not an Avro one: set the format that the topic's records have");
    }
    Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION);
    parser.setValidateDefaults(false);
    try {
      registered.references().values().forEach(parser::parse);
      return parser.parse(registered.text());
    } catch (AvroRuntimeException | StackOverflowError e) {
      throw new UnknownSchemaException(
          "schema "
              + registered.id()
              + " of the registry is no Avro schema that can be read: "
              + e.getMessage());
    }
  }
}
