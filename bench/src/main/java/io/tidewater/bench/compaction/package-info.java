/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How much work compaction is, ours and that of Iceberg's Spark actions, on the same files.
 *
 * <p>{@link io.tidewater.bench.compaction.CompactionBenchmark} makes tables as {@link
 * io.tidewater.bench.compaction.Scenario}s describe them, and lets each {@link
 * io.tidewater.bench.compaction.Contender} rewrite them, several times, from the same snapshot.
 * Each has a process of its own, whose CPU time the operating system counts.
 */
@NullMarked
package io.tidewater.bench.compaction;

import org.jspecify.annotations.NullMarked;
