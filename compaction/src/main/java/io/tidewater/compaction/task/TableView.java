/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.task;

import io.tidewater.compaction.policy.Policy;
import java.time.Instant;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * A table as maintenance looks at it.
 *
 * @param table a handle of the looker's own, as of its last refresh; not thread-safe
 * @param branch the branch that is maintained, mostly {@code main}
 * @param policy what is in force for the table
 * @param now the time at which age is measured
 */
public record TableView(
    TableIdentifier name, Table table, String branch, Policy policy, Instant now) {}
