/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

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
 * @param starts for each partition that exists
 * @param logs those partitions as Kafka has them
 * @param refusal why the table must not be written at all
 */
record TableStart(
    Optional<Table> table,
    Map<SourcePartition, Start> starts,
    Map<SourcePartition, SourceLog> logs,
    Optional<String> refusal) {}
