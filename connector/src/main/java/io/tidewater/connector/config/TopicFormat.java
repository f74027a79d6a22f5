/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

/** How the records of a topic are laid out. */
public record TopicFormat(RecordFormat value, RecordFormat key) {
  boolean needsRegistry() {
    return value.needsRegistry() || key.needsRegistry();
  }
}
