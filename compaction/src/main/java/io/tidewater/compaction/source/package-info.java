/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The tables of a catalog as the service meets them: which there are, and whether one has changed
 * since it was seen last, which on a REST catalog with entity tags costs one small request and on
 * any catalog leaves nothing in memory but a mark.
 */
@NullMarked
package io.tidewater.compaction.source;

import org.jspecify.annotations.NullMarked;
