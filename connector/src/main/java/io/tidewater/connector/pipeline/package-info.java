/* SPDX-License-Identifier: Apache-2.0 */
/**
 * One {@link io.tidewater.connector.pipeline.TablePipeline} for each table: the unit of failure.
 *
 * <ol>
 *   <li>A {@link io.tidewater.connector.pipeline.TableStarter} reads the table's ledger and decides
 *       where each partition starts; a {@link io.tidewater.connector.pipeline.Lane} keeps how far
 *       the table has come with it.
 *   <li>Rows go to the files of an {@link io.tidewater.connector.pipeline.OpenTable}.
 *   <li>When the {@link io.tidewater.connector.pipeline.CommitTrigger} says so, files and claimed
 *       ranges become a unit, which is committed in the background.
 *   <li>A unit that is fenced, and files that cannot be written, are dropped: the pipeline starts
 *       again from the ledger. A commit that fails is tried again with the same unit.
 * </ol>
 *
 * <p>All state changes on the task's thread; other threads only compute starts and carry out
 * commits, and hand back values.
 */
@NullMarked
package io.tidewater.connector.pipeline;

import org.jspecify.annotations.NullMarked;
