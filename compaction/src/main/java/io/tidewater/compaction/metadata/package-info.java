/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Keeps metadata files few and small. Every commit writes all of a table's metadata anew, and by
 * default Iceberg keeps each of those files for ever, not compressed. Whoever commits does the
 * work; this package only sets the table properties that make them, where the owner has set none.
 */
@NullMarked
package io.tidewater.compaction.metadata;

import org.jspecify.annotations.NullMarked;
