/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.run;

import io.tidewater.compaction.task.MemoryBudget;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** What all tasks share. */
public record Surroundings(
    MemoryBudget memory,
    ByteBudget bytes,
    ExecutorService workers,
    Supplier<UUID> ids,
    InstantSource clock) {}
