/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Rewriting data files, as a kind of maintenance: from the observation of a table to a task, and
 * from the task through an engine to commits.
 */
@NullMarked
package io.tidewater.compaction.rewrite.maintain;

import org.jspecify.annotations.NullMarked;
