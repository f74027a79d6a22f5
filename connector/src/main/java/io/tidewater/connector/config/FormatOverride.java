/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import java.util.regex.Pattern;

/** Topics, those that a regex matches in full, whose records are laid out otherwise. */
public record FormatOverride(Pattern topics, TopicFormat format) {
  boolean concerns(String topic) {
    return topics.matcher(topic).matches();
  }
}
