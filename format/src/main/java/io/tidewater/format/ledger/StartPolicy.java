/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

/**
 * How a reader starts where the ledger alone does not say.
 *
 * @param beginning where a partition begins that the ledger does not know
 * @param onTopicRecreated what to do when the topic was deleted and created anew
 * @param onLogTruncated what to do when the log no longer has the next offset
 */
public record StartPolicy(Beginning beginning, Loss onTopicRecreated, Loss onLogTruncated) {
  /** Begin at the start of the log and never accept a loss. */
  public static final StartPolicy SAFE = new StartPolicy(Beginning.AUTO, Loss.FAIL, Loss.FAIL);
}
