/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

/** Which subject of a registry the schemas of a topic's records are registered under. */
public enum SubjectStrategy {
  /** One for each topic, and for its keys: {@code orders-value}. */
  TOPIC,
  /** One for each type of records, whatever topic they are in. */
  RECORD,
  /** One for each type in each topic. */
  TOPIC_RECORD;

  /** The subject of a topic's values; empty where only the record's type tells it. */
  public String ofValues(String topic) {
    return this == TOPIC ? topic + "-value" : "";
  }

  /** The subject of a topic's keys; empty where only the record's type tells it. */
  public String ofKeys(String topic) {
    return this == TOPIC ? topic + "-key" : "";
  }
}
