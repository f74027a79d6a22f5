/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import java.util.Objects;

/**
 * A topic's id (KIP-516) in Kafka's own text form, 22 characters of URL-safe Base64. A topic that
 * is deleted and created again under its old name has another id.
 */
public record TopicId(String text) {
  /** The id of a topic whose id nobody recorded, for instance in a ledger recovered from rows. */
  public static final TopicId UNKNOWN = new TopicId("");

  public TopicId {
    Objects.requireNonNull(text, "text");
  }

  public boolean isKnown() {
    return !text.isEmpty();
  }

  /** Whether both are known and differ: only then the topic was surely created anew. */
  public boolean contradicts(TopicId other) {
    return isKnown() && other.isKnown() && !equals(other);
  }

  @Override
  public String toString() {
    return isKnown() ? text : "unknown";
  }
}
