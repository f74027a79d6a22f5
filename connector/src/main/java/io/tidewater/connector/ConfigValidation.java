/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import io.tidewater.connector.catalog.CatalogCheck;
import io.tidewater.connector.config.Reading;
import io.tidewater.connector.config.SinkOptions;
import io.tidewater.connector.config.keys.Problem;
import io.tidewater.connector.registry.RegistryCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;

/** Tells Connect, key by key, what is wrong with a configuration. */
final class ConfigValidation {
  private final CatalogCheck catalogCheck;
  private final RegistryCheck registryCheck;

  ConfigValidation(CatalogCheck catalogCheck, RegistryCheck registryCheck) {
    this.catalogCheck = catalogCheck;
    this.registryCheck = registryCheck;
  }

  /** Catalog and registry are tried only with options that are right in themselves. */
  Config of(Map<String, String> configuration, Reading reading) {
    List<Problem> problems = new ArrayList<>(reading.problems());
    if (problems.isEmpty()) {
      problems.addAll(catalogCheck.problems(reading.options()));
      problems.addAll(registryCheck.problems(reading.options()));
    }
    Map<String, List<String>> messages = new LinkedHashMap<>();
    for (Problem problem : problems) {
      messages.computeIfAbsent(problem.key(), key -> new ArrayList<>()).add(problem.message());
    }
    List<ConfigValue> values = new ArrayList<>();
    for (ConfigValue value : SinkOptions.definition().validate(configuration)) {
      List<String> errors = messages.remove(value.name());
      values.add(
          new ConfigValue(
              value.name(),
              value.value(),
              value.recommendedValues(),
              errors == null ? List.of() : errors));
    }
    // Keys without a definition: their values stay out, as they may be secrets.
    messages.forEach(
        (key, errors) -> values.add(new ConfigValue(key, null, new ArrayList<>(), errors)));
    return new Config(values);
  }
}
