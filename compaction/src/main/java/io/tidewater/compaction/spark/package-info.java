/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Rewriting on a Spark cluster, for tables beyond one machine. Planning and committing stay in this
 * process: {@link io.tidewater.compaction.spark.SparkEngine} writes the table and the file groups
 * to a folder, starts {@code spark-submit} with a job of our own, and reads the result of each
 * group as soon as it lies there.
 *
 * <p>Nothing of Spark is among our libraries, and nothing of ours meets Spark's: the job itself
 * (the package {@code job}) knows only Spark and bytes. On each executor it opens our libraries in
 * a class loader of their own and hands them the bytes of one group; {@link
 * io.tidewater.compaction.spark.GroupRunner} does there what a thread of the local engine does
 * here. So it does not matter which Iceberg, Parquet or Jackson a Spark has.
 */
@NullMarked
package io.tidewater.compaction.spark;

import org.jspecify.annotations.NullMarked;
