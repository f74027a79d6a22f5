/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the owner of a table wants of its maintenance. A {@link
 * io.tidewater.compaction.policy.PolicyOption} is defined once, beside the code that it steers; a
 * {@link io.tidewater.compaction.policy.Policy} holds the values that are in force for one table,
 * and where each came from.
 */
@NullMarked
package io.tidewater.compaction.policy;

import org.jspecify.annotations.NullMarked;
