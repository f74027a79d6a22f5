/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Holds a snapshot while a job reads it.
 *
 * <p>A pin is a tag, so that every implementation of Iceberg respects it: named {@code
 * tidewater-pin-} and an id, on the snapshot that is read, with {@code max-ref-age-ms} set. Iceberg
 * measures that age from the time of the snapshot, not of the tag: it has to be the snapshot's age
 * when it is pinned, plus the time that the pin shall hold. The job removes the tag when it is
 * done, and renews it while it goes on; the tag of a job that died outlives its age, and the next
 * expiry of snapshots removes it. Jobs outside of this module, such as backfills of a hybrid
 * source, pin in the same way.
 */
@NullMarked
package io.tidewater.compaction.pin;

import org.jspecify.annotations.NullMarked;
