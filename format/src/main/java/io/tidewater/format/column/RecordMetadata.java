/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.column;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Kafka says of a record besides its value. */
public interface RecordMetadata {
  String topic();

  int partition();

  long offset();

  /** In milliseconds since 1970; negative if the record has none. */
  long timestamp();

  /**
   * The key as its column holds it: a {@link String} where the column is text, a {@link
   * java.nio.ByteBuffer} where it is bytes; null if the record has none.
   */
  @Nullable Object key();

  /** The headers in their order. */
  List<RecordHeader> headers();

  /** The registry's id of the value's schema; null if it is not known. */
  default @Nullable Integer schemaId() {
    return null;
  }

  /** Whether the record has no value. */
  default boolean deleted() {
    return false;
  }
}
