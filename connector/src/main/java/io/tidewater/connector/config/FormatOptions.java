/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.KeyFamily;
import io.tidewater.connector.config.keys.OptionGroup;
import io.tidewater.format.registry.http.RegistryKey;
import io.tidewater.format.registry.http.RegistryOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * How records are laid out, and which registry has their schemas.
 *
 * @param defaults what holds for topics without a format of their own
 * @param overrides the topics that have one; the first that matches wins
 * @param json what JSON becomes
 * @param subjects which subjects the schemas are registered under
 * @param registry how to reach the registry; there is one if a format needs it
 */
public record FormatOptions(
    TopicFormat defaults,
    List<FormatOverride> overrides,
    JsonOptions json,
    SubjectStrategy subjects,
    Optional<RegistryOptions> registry) {
  /** The key of the registry's addresses. */
  public static final String REGISTRY_URL = "tidewater.registry." + RegistryKey.URL.key();

  static final String VALUE_FORMAT = "tidewater.value.format";
  static final String KEY_FORMAT = "tidewater.key.format";
  static final String JSON = "tidewater.json-values";
  static final String UNDECLARED = "tidewater.json-schema.undeclared";
  static final String SUBJECTS = "tidewater.subject-strategy";
  static final String OVERRIDE_PREFIX = "tidewater.format.override.";
  static final String REGISTRY_PREFIX = "tidewater.registry.";
  private static final String GROUP = "Formats";

  public FormatOptions {
    overrides = List.copyOf(overrides);
  }

  /** How the records of a topic are laid out. */
  public TopicFormat of(String topic) {
    return overrides.stream()
        .filter(override -> override.concerns(topic))
        .findFirst()
        .map(FormatOverride::format)
        .orElse(defaults);
  }

  /** Whether some topic's values have schemas from the registry. */
  boolean hasSchemaIds() {
    return Stream.concat(Stream.of(defaults), overrides.stream().map(FormatOverride::format))
        .anyMatch(format -> format.value().needsRegistry());
  }

  static void define(ConfigDef definition) {
    OptionGroup group =
        new OptionGroup(definition, GROUP)
            .choice(
                VALUE_FORMAT,
                RecordFormat.CONNECT,
                Importance.HIGH,
                "How values are laid out: connect takes what value.converter gives. The others read"
                    + " bytes and need"
                    + " value.converter=org.apache.kafka.connect.converters.ByteArrayConverter:"
                    + " avro, protobuf and json-schema with the id of their schema in a registry in"
                    + " front, json without a schema, string in UTF-8, bytes as they are.")
            .choice(
                KEY_FORMAT,
                RecordFormat.CONNECT,
                Importance.MEDIUM,
                "How keys are laid out, likewise, with key.converter. A key becomes text: a record"
                    + " JSON on one line; only bytes stay bytes.")
            .text(
                JSON,
                null,
                Importance.MEDIUM,
                "What values in the format json become: columns, of the types that the records show,"
                    + " or whole, each value in one column of the type that"
                    + " tidewater.semi-structured says. Unset: whole where tidewater.format-version"
                    + " is 3, else columns.")
            .choice(
                UNDECLARED,
                UndeclaredPolicy.KEEP,
                Importance.LOW,
                "What becomes of members that values in the format json-schema have beyond those"
                    + " that their schema declares, where its additionalProperties lets them be:"
                    + " keep them, in a column _extra beside the declared ones, refuse the record"
                    + " as a bad one, or ignore them, which loses them.")
            .choice(
                SUBJECTS,
                SubjectStrategy.TOPIC,
                Importance.LOW,
                "Under which subjects producers register schemas: topic (orders-value), record (the"
                    + " type's full name), topic-record (both). Ids are looked up with the subject"
                    + " where the topic tells it, as contexts need it.");
    for (RegistryKey key : RegistryKey.values()) {
      defineRegistry(group, key);
    }
  }

  static List<KeyFamily> families() {
    return List.of(
        new KeyFamily(
            OVERRIDE_PREFIX + "<n>.regex",
            GROUP,
            "A regex: the records of topics that it matches in full are laid out as the formats of"
                + " the same number say. Lower numbers come first."),
        new KeyFamily(
            OVERRIDE_PREFIX + "<n>.value",
            GROUP,
            "The format of those topics' values, in place of " + VALUE_FORMAT + "."),
        new KeyFamily(
            OVERRIDE_PREFIX + "<n>.key",
            GROUP,
            "The format of those topics' keys, in place of " + KEY_FORMAT + "."),
        new KeyFamily(
            REGISTRY_PREFIX + RegistryKey.HEADER.key() + "*", GROUP, RegistryKey.HEADER.meaning()));
  }

  private static void defineRegistry(OptionGroup group, RegistryKey key) {
    String name = REGISTRY_PREFIX + key.key();
    String fallback = key.fallback().isEmpty() ? null : key.fallback();
    Importance importance = key == RegistryKey.URL ? Importance.HIGH : Importance.LOW;
    switch (key.kind()) {
      case TEXT, LIST, NUMBER -> group.text(name, fallback, importance, key.meaning());
      case SECRET -> group.secret(name, importance, key.meaning());
      case PREFIX -> {}
    }
  }
}
