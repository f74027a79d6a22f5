/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.reject;

/** A bad record that must not be passed over: its table stops at it. */
public final class RejectedRecordException extends RuntimeException {
  RejectedRecordException(Rejection rejection) {
    super(
        rejection
            + ". Fix the record or the table, or set errors.tolerance=all with"
            + " errors.deadletterqueue.topic.name to keep bad records aside");
  }
}
