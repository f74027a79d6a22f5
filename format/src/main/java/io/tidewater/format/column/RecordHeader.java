/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.column;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One header of a record. */
public record RecordHeader(String key, @Nullable ByteBuffer value) {
  public RecordHeader {
    Objects.requireNonNull(key, "key");
  }
}
