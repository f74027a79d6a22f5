/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The words in which all kinds of maintenance speak: a {@link
 * io.tidewater.compaction.task.Maintenance} looks at a {@link
 * io.tidewater.compaction.task.TableView} and answers with an {@link
 * io.tidewater.compaction.task.Assessment}: the {@link io.tidewater.compaction.task.Task}s that are
 * worth doing, with their {@link io.tidewater.compaction.task.Estimate}, and a {@link
 * io.tidewater.compaction.task.Finding} for whatever it decided, also where it decided to do
 * nothing. A task runs in a {@link io.tidewater.compaction.task.TaskContext}.
 */
@NullMarked
package io.tidewater.compaction.task;

import org.jspecify.annotations.NullMarked;
