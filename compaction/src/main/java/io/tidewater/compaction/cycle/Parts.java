/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.cycle;

import io.tidewater.compaction.assess.Assessor;
import io.tidewater.compaction.journal.Journal;
import io.tidewater.compaction.lease.Leases;
import io.tidewater.compaction.metrics.ServiceMetrics;
import io.tidewater.compaction.run.TaskRunner;
import io.tidewater.compaction.schedule.Schedule;
import io.tidewater.compaction.source.TableSource;

/** What the cycle turns. */
public record Parts(
    TableSource source,
    Assessor assessor,
    Schedule schedule,
    Leases leases,
    TaskRunner runner,
    Journal journal,
    ServiceMetrics metrics) {}
