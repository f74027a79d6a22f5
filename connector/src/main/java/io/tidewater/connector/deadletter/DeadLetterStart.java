/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.deadletter;

import io.tidewater.format.ledger.SourcePartition;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Table;

/**
 * What a dead-letter table holds when its main table starts.
 *
 * @param table the table, if it exists
 * @param lanes a lane for each partition that starts
 */
public record DeadLetterStart(Optional<Table> table, Map<SourcePartition, DeadLetterLane> lanes) {}
