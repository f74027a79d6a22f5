/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Who decides what happens next. A {@link io.tidewater.compaction.schedule.Schedule} is told what
 * was seen and what became of tasks, and says which table to look at and which task to start. It
 * asks no clock, starts no thread and calls no catalog, so that days of it can be run in a test.
 *
 * <p>A table is looked at often while it changes and ever less often while it does not. Some kinds
 * of maintenance follow changes, others follow time, and each can be switched off or bound to hours
 * by {@link io.tidewater.compaction.schedule.KindOptions}. What fails is tried again after a pause
 * that grows.
 */
@NullMarked
package io.tidewater.compaction.schedule;

import org.jspecify.annotations.NullMarked;
