/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.deadletter.DeadLetterStart;
import io.tidewater.format.ledger.SourceLog;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.Start;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Table;

/**
 * Where a table starts.
 *
 * @param table the table, if it exists
 * @param starts where to start each partition that exists, and what Kafka has of it
 * @param deadLetters what the dead-letter table holds, if there is to be one
 * @param refusal why the table must not be written at all
 */
record TableStart(
    Optional<Table> table,
    Map<SourcePartition, Decision> starts,
    Optional<DeadLetterStart> deadLetters,
    Optional<String> refusal) {

  record Decision(Start start, SourceLog log) {}

  static TableStart refused(Optional<Table> table, String explanation) {
    return new TableStart(table, Map.of(), Optional.empty(), Optional.of(explanation));
  }
}
