/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

/** A group whose rows have to be read and written one by one; the message says why. */
final class NotColumnarException extends RuntimeException {
  NotColumnarException(String reason) {
    super(reason);
  }
}
