/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What other services lose rows by, done to every kind of maintenance: a kill, a lost answer or
 * somebody else's commit at each single step of it. See {@link
 * io.tidewater.compaction.fault.EveryStepTest}.
 */
@NullMarked
package io.tidewater.compaction.fault;

import org.jspecify.annotations.NullMarked;
