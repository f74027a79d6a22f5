/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.reject;

import io.tidewater.connector.config.DeadLetterOptions;
import io.tidewater.connector.config.RejectionLimit;

/** So many records of a table are bad that something else must be wrong. */
public final class TooManyRejectionsException extends RuntimeException {
  TooManyRejectionsException(
      RejectionLimit limit, long rejected, long records, Rejection rejection) {
    super(
        rejected
            + " of "
            + records
            + " records within "
            + limit.window()
            + " were bad, more than "
            + limit.percent()
            + " in a hundred. The last: "
            + rejection
            + ". It and all after it are still to come, nothing is lost. Fix their producer, the"
            + " schema or the connector and restart the task; or, if they are to be kept aside,"
            + " raise "
            + DeadLetterOptions.LIMIT_PERCENT
            + " or "
            + DeadLetterOptions.LIMIT_RECORDS);
  }
}
