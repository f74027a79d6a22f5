/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Statistics that query planners and other maintenance read: counts for each partition, and for
 * chosen columns a sketch of how many distinct values there are.
 *
 * <p>Sketches are theta sketches of Apache DataSketches over the values in Iceberg's single-value
 * serialization, kept in Puffin files as Spark writes them, with the estimate as property {@code
 * ndv}, which Trino reads. They can take in more values, but lose none: {@link
 * io.tidewater.compaction.statistics.SketchPlan} adds the files that were added since the last
 * sketch, and scans the whole table again only when enough rows were taken away. Rows that deletes
 * hide are counted until they are rewritten.
 */
@NullMarked
package io.tidewater.compaction.statistics;

import org.jspecify.annotations.NullMarked;
