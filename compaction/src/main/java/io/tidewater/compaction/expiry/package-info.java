/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Forgets old snapshots, and deletes the files that only they held.
 *
 * <p>{@link io.tidewater.compaction.expiry.Retention} decides, from nothing but a {@link
 * io.tidewater.compaction.expiry.History} and {@link
 * io.tidewater.compaction.expiry.RetentionLimits}. {@link
 * io.tidewater.compaction.expiry.SnapshotRemoval} commits the decision in batches. Only then, and
 * against metadata read anew, {@link io.tidewater.compaction.expiry.FileSweep} finds which files no
 * snapshot reaches any more. Iceberg's own {@code ExpireSnapshots} is not used: it expires more
 * than what it is told to, by the clock of the machine that it happens to run on; over REST it does
 * not notice a rollback to what it expires; and its clean-up can delete live files.
 *
 * <p>What stays, beside all that is young or asked for: the way from each branch and tag back to
 * the nearest snapshot that carries an offset ledger. A carrier that nobody finds, because
 * snapshots between are gone, would be as good as expired.
 */
@NullMarked
package io.tidewater.compaction.expiry;

import org.jspecify.annotations.NullMarked;
