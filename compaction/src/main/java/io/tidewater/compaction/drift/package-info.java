/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What happened to a branch while a job worked on an older snapshot of it. Every job plans on one
 * snapshot and commits on a later head; {@link io.tidewater.compaction.drift.Drift} is the
 * difference of the two, and all that a commit has to be checked against.
 */
@NullMarked
package io.tidewater.compaction.drift;

import org.jspecify.annotations.NullMarked;
