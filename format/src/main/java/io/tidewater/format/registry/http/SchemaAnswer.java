/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewater.format.registry.RegistryUnavailableException;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.UnknownSchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A schema as one answer of the API tells it: its references are only named. */
record SchemaAnswer(OptionalInt id, SchemaKind kind, String text, List<Reference> references) {
  /** A schema that another one refers to by a name. */
  record Reference(String name, String subject, int version) {}

  /**
   * Reads an answer.
   *
   * @throws RegistryUnavailableException if it is not what the API says
   * @throws UnknownSchemaException if it is in a language that is not known
   */
  static SchemaAnswer read(String path, JsonNode json) {
    if (!json.path("schema").isTextual()) {
      throw malformed(path, "it has no text under schema");
    }
    return new SchemaAnswer(
        json.path("id").isInt() ? OptionalInt.of(json.path("id").asInt()) : OptionalInt.empty(),
        kind(path, json.path("schemaType")),
        json.path("schema").asText(),
        references(path, json.path("references")));
  }

  /** This answer, if it is about the id that was asked for, or does not say. */
  SchemaAnswer checked(int asked) {
    if (id.isPresent() && id.getAsInt() != asked) {
      throw new RegistryUnavailableException(
          "The schema registry was asked for the schema of id "
              + asked
              + " and answered with id "
              + id.getAsInt()
              + "; check what stands between it and here");
    }
    return this;
  }

  int requiredId(String path) {
    return id.orElseThrow(() -> malformed(path, "it has no number under id"));
  }

  /** An answer in JSON that is not what the API says. */
  static RegistryUnavailableException malformed(String path, String what) {
    return new RegistryUnavailableException(
        "The schema registry's answer to GET "
            + path
            + " cannot be understood: "
            + what
            + "; check that the url is that of an API compatible with Confluent's");
  }

  private static SchemaKind kind(String path, JsonNode type) {
    if (type.isMissingNode() || type.isNull()) {
      return SchemaKind.AVRO;
    }
    return switch (type.asText()) {
      case "AVRO" -> SchemaKind.AVRO;
      case "PROTOBUF" -> SchemaKind.PROTOBUF;
      case "JSON" -> SchemaKind.JSON;
      default ->
          throw new UnknownSchemaException(
              "The schema of GET "
                  + path
                  + " is of a type that is neither AVRO nor PROTOBUF nor JSON");
    };
  }

  private static List<Reference> references(String path, JsonNode array) {
    List<Reference> references = new ArrayList<>();
    for (JsonNode reference : array) {
      JsonNode name = reference.path("name");
      JsonNode subject = reference.path("subject");
      JsonNode version = reference.path("version");
      if (!name.isTextual() || !subject.isTextual() || !version.isInt()) {
        throw malformed(path, "a reference lacks its name, subject or version");
      }
      references.add(new Reference(name.asText(), subject.asText(), version.asInt()));
    }
    return references;
  }
}
