/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of the expiry of snapshots. */
@NullMarked
package io.tidewater.compaction.expiry;

import org.jspecify.annotations.NullMarked;
