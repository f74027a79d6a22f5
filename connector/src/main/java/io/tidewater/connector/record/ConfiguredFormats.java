/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.record;

import io.tidewater.connector.config.FormatOptions;
import io.tidewater.connector.config.JsonValuesAs;
import io.tidewater.connector.config.RecordFormat;
import io.tidewater.format.payload.PayloadFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The formats that a configuration says, made when a topic's first record comes. */
public final class ConfiguredFormats implements TopicFormats {
  private final FormatOptions options;
  private final BiFunction<RecordFormat, String, Optional<PayloadFormat>> maker;
  private final Map<String, Optional<PayloadFormat>> values = new HashMap<>();
  private final Map<String, Optional<PayloadFormat>> keys = new HashMap<>();

  /**
   * @param maker makes a format for a subject, which may be empty
   */
  public ConfiguredFormats(
      FormatOptions options, BiFunction<RecordFormat, String, Optional<PayloadFormat>> maker) {
    this.options = options;
    this.maker = maker;
  }

  @Override
  public Optional<PayloadFormat> values(String topic) {
    return values.computeIfAbsent(
        topic, added -> maker.apply(options.of(added).value(), options.subjects().ofValues(added)));
  }

  @Override
  public Optional<PayloadFormat> keys(String topic) {
    return keys.computeIfAbsent(
        topic, added -> maker.apply(options.of(added).key(), options.subjects().ofKeys(added)));
  }

  @Override
  public boolean hasJsonValues(String topic) {
    return options.of(topic).value() == RecordFormat.JSON
        && options.json().values() == JsonValuesAs.COLUMNS;
  }

  @Override
  public boolean hasJsonKeys(String topic) {
    return options.of(topic).key() == RecordFormat.JSON;
  }

  @Override
  public boolean hasSchemaIds(String topic) {
    return options.of(topic).value().needsRegistry();
  }
}
