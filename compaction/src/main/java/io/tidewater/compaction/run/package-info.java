/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Runs tasks: gives each a {@link io.tidewater.compaction.run.RunningTask} as its surroundings,
 * shares memory, threads and bytes per hour among them, and tells what became of them. A task that
 * is to stop learns it at its next {@code advance}.
 */
@NullMarked
package io.tidewater.compaction.run;

import org.jspecify.annotations.NullMarked;
