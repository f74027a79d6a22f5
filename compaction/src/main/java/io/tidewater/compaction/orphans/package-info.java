/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Deleting files that no metadata names: what crashed writers, lost commits and interrupted
 * deletions left behind.
 *
 * <p>One look at a table's storage goes like this. {@link
 * io.tidewater.compaction.orphans.Territory} makes sure that the table has its folders for itself.
 * {@link io.tidewater.compaction.orphans.Listing} writes all files in them to local disk, then
 * {@link io.tidewater.compaction.storage.NamedFiles} tells all that metadata names: in this order,
 * so that a file that was committed meanwhile is among them. {@link
 * io.tidewater.compaction.orphans.Difference} compares the two, one bucket of a hash at a time. A
 * file that is old enough and that nobody names comes on a list ({@link
 * io.tidewater.compaction.orphans.Quarantine}); one that has been on the list for long enough, and
 * has not changed, is deleted ({@link io.tidewater.compaction.orphans.Removal}). All age is
 * measured by the storage's own clock.
 */
@NullMarked
package io.tidewater.compaction.orphans;

import org.jspecify.annotations.NullMarked;
