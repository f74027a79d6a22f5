/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.Settings;
import io.tidewater.format.registry.http.RegistryOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@link FormatOptions}, and finds converters that would take the bytes away. */
final class FormatReader {
  private static final int VERSION_WITH_VARIANT = 3;
  private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";
  private static final String VALUE_CONVERTER = "value.converter";
  private static final String KEY_CONVERTER = "key.converter";

  private final Settings settings;
  private final WorkerProperties worker;

  FormatReader(Settings settings, WorkerProperties worker) {
    this.settings = settings;
    this.worker = worker;
  }

  /**
   * @param formatVersion the version of created tables
   */
  FormatOptions read(int formatVersion) {
    TopicFormat defaults =
        new TopicFormat(
            settings.choice(FormatOptions.VALUE_FORMAT, RecordFormat.CONNECT),
            settings.choice(FormatOptions.KEY_FORMAT, RecordFormat.CONNECT));
    List<FormatOverride> overrides = overrides(defaults);
    List<TopicFormat> all =
        Stream.concat(Stream.of(defaults), overrides.stream().map(FormatOverride::format)).toList();
    checkConverter(VALUE_CONVERTER, FormatOptions.VALUE_FORMAT, all, TopicFormat::value);
    checkConverter(KEY_CONVERTER, FormatOptions.KEY_FORMAT, all, TopicFormat::key);
    return new FormatOptions(
        defaults,
        overrides,
        new JsonOptions(
            jsonValues(formatVersion),
            settings.choice(FormatOptions.UNDECLARED, UndeclaredPolicy.KEEP)),
        settings.choice(FormatOptions.SUBJECTS, SubjectStrategy.TOPIC),
        registry(all.stream().anyMatch(TopicFormat::needsRegistry)));
  }

  /** Whether some topic's values have schemas from the registry, before all is read. */
  static boolean valuesNeedRegistry(Settings settings) {
    Stream<String> overrides =
        settings.withPrefix(FormatOptions.OVERRIDE_PREFIX).entrySet().stream()
            .filter(override -> override.getKey().endsWith(".value"))
            .map(Map.Entry::getValue);
    return Stream.concat(settings.text(FormatOptions.VALUE_FORMAT).stream(), overrides)
        .flatMap(name -> Settings.constant(RecordFormat.class, name.trim()).stream())
        .anyMatch(RecordFormat::needsRegistry);
  }

  private List<FormatOverride> overrides(TopicFormat defaults) {
    SortedMap<String, String> found = settings.withPrefix(FormatOptions.OVERRIDE_PREFIX);
    SortedSet<Integer> numbers = new TreeSet<>();
    for (String key : found.keySet()) {
      if (key.matches("[1-9][0-9]{0,8}\\.(regex|value|key)")) {
        numbers.add(Integer.valueOf(key.substring(0, key.indexOf('.'))));
      }
    }
    List<FormatOverride> overrides = new ArrayList<>();
    for (int number : numbers) {
      String prefix = FormatOptions.OVERRIDE_PREFIX + number;
      TopicFormat format =
          new TopicFormat(
              format(prefix + ".value").orElse(defaults.value()),
              format(prefix + ".key").orElse(defaults.key()));
      Optional<String> regex = settings.raw(prefix + ".regex");
      if (regex.isEmpty()) {
        settings.report(prefix + ".regex", "An override needs a regex for its topics");
      }
      regex
          .flatMap(text -> settings.parse(prefix + ".regex", text, Pattern::compile))
          .ifPresent(topics -> overrides.add(new FormatOverride(topics, format)));
    }
    return overrides;
  }

  private JsonValuesAs jsonValues(int formatVersion) {
    return settings
        .text(FormatOptions.JSON)
        .flatMap(name -> settings.constant(FormatOptions.JSON, name, JsonValuesAs.class))
        .orElse(formatVersion >= VERSION_WITH_VARIANT ? JsonValuesAs.WHOLE : JsonValuesAs.COLUMNS);
  }

  private Optional<RecordFormat> format(String key) {
    return settings.raw(key).flatMap(name -> settings.constant(key, name, RecordFormat.class));
  }

  /** A converter that nobody names is found out with the first record. */
  private void checkConverter(
      String converterKey,
      String formatKey,
      List<TopicFormat> formats,
      Function<TopicFormat, RecordFormat> part) {
    Optional<RecordFormat> format =
        formats.stream().map(part).filter(found -> found != RecordFormat.CONNECT).findFirst();
    Optional<String> onConnector = settings.raw(converterKey);
    String converter = onConnector.orElse(worker.values().getOrDefault(converterKey, BYTES)).trim();
    if (format.isEmpty() || converter.equals(BYTES) || converter.equals("ByteArrayConverter")) {
      return;
    }
    settings.report(
        converterKey,
        "%s reads bytes, but the %s's converter, %s, gives something else. Set %s=%s, or %s=connect"
            .formatted(
                formatKey,
                onConnector.isPresent() ? "connector" : "worker",
                converter,
                converterKey,
                BYTES,
                formatKey));
  }

  private Optional<RegistryOptions> registry(boolean needed) {
    Map<String, String> properties = settings.withPrefix(FormatOptions.REGISTRY_PREFIX);
    if (settings.raw(FormatOptions.REGISTRY_URL).isPresent()) {
      return settings.parse(
          FormatOptions.REGISTRY_URL, "", unused -> RegistryOptions.of(properties));
    }
    if (needed) {
      settings.report(
          FormatOptions.REGISTRY_URL,
          "The formats avro, protobuf and json-schema need the schema registry's address, for"
              + " instance http://host:8081");
    } else if (!properties.isEmpty()) {
      settings.report(
          FormatOptions.REGISTRY_URL, "It is missing, though other options of a registry are set");
    }
    return Optional.empty();
  }
}
