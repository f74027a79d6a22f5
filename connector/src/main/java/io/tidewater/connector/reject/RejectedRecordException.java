/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.reject;

/** A bad record that must not be passed over: its table stops at it. */
public final class RejectedRecordException extends RuntimeException {
  private RejectedRecordException(String message) {
    super(message);
  }

  /** A record that Connect's options do not let pass. */
  static RejectedRecordException notTolerated(Rejection rejection) {
    return new RejectedRecordException(
        rejection
            + ". Fix the record or the table, or keep bad records aside: by"
            + " tidewater.dead-letters=table in an Iceberg table, or by errors.tolerance=all with"
            + " errors.deadletterqueue.topic.name in a topic");
  }

  /** A record that the table's own policy does not let pass; its reason names the option. */
  static RejectedRecordException refused(Rejection rejection) {
    return new RejectedRecordException(rejection + ". Fix the record or the table, or the option");
  }
}
