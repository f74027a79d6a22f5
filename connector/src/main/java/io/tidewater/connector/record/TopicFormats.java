/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.record;

import io.tidewater.format.payload.PayloadFormat;
import java.util.Optional;

/**
 * The formats in which the records of topics are laid out as bytes. Empty where Connect's converter
 * has made sense of them already. For one thread; gives the same format for the same topic.
 */
public interface TopicFormats {
  /** Whatever the converters give. */
  TopicFormats CONVERTED =
      new TopicFormats() {
        @Override
        public Optional<PayloadFormat> values(String topic) {
          return Optional.empty();
        }

        @Override
        public Optional<PayloadFormat> keys(String topic) {
          return Optional.empty();
        }
      };

  Optional<PayloadFormat> values(String topic);

  Optional<PayloadFormat> keys(String topic);

  /** Whether values are JSON whose members become columns, as far as a value shows them. */
  default boolean hasJsonValues(String topic) {
    return false;
  }

  /** Whether keys are JSON without a schema. */
  default boolean hasJsonKeys(String topic) {
    return false;
  }

  /** Whether values begin with the id of a schema. */
  default boolean hasSchemaIds(String topic) {
    return false;
  }
}
