/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What turns: tables are found, looked at and maintained, over and over. {@link
 * io.tidewater.compaction.cycle.Cycle} is the shell around the decisions of {@link
 * io.tidewater.compaction.schedule.Schedule}: one thread owns the schedule, other threads look at
 * tables and run tasks, and what they bring home comes back to it as events.
 */
@NullMarked
package io.tidewater.compaction.cycle;

import org.jspecify.annotations.NullMarked;
