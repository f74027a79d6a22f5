/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of statistics. */
@NullMarked
package io.tidewater.compaction.statistics;

import org.jspecify.annotations.NullMarked;
