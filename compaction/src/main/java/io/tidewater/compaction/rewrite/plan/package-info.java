/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What is worth rewriting.
 *
 * <p>{@link io.tidewater.compaction.rewrite.plan.PartitionJudge} looks at what is known of each
 * partition and weighs what readers gain against the bytes to be moved. A partition that still
 * receives data is rewritten seldom, and only so that each byte is moved a bounded number of times;
 * one that has been quiet for a while is finished once. Only then are the files of the partitions
 * that won listed, and {@link io.tidewater.compaction.rewrite.plan.GroupPlanner} packs them into
 * groups. All decisions are pure functions.
 */
@NullMarked
package io.tidewater.compaction.rewrite.plan;

import org.jspecify.annotations.NullMarked;
