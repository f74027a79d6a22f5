/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Asks all kinds of maintenance what they think of a table, under the policy that is in force for
 * it: switches, windows and intervals are settled here, so that no kind has to know of them.
 */
@NullMarked
package io.tidewater.compaction.assess;

import org.jspecify.annotations.NullMarked;
