/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Compares what a topic holds with what a table holds, offset by offset. Pure: no I/O, no clock.
 *
 * <p>One {@link io.tidewater.examples.offsets.PartitionLog} per partition says which offsets Kafka
 * really has a record at; one {@link io.tidewater.examples.offsets.PartitionRows} says which
 * offsets the table's rows came from. {@link io.tidewater.examples.offsets.TopicComparison} lays
 * the two over each other and gives a {@link io.tidewater.examples.offsets.PartitionReport} each.
 *
 * <p>Not every offset has a record: compaction removes some, transaction markers take some, and
 * retention drops the oldest. So nothing here counts from first to last offset; both sides are sets
 * ({@link io.tidewater.examples.offsets.OffsetSet}), at one bit an offset or less.
 */
@NullMarked
package io.tidewater.examples.offsets;

import org.jspecify.annotations.NullMarked;
