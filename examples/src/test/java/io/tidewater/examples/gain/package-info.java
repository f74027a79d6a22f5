/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What compaction is worth to those who query: a table as the sink leaves it after a day of
 * commits, then converted, packed and sorted, and the same queries on each.
 */
@NullMarked
package io.tidewater.examples.gain;

import org.jspecify.annotations.NullMarked;
