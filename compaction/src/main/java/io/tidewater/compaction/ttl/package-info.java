/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Row TTL: removing rows that have outlived their time. Files of which all rows have expired are
 * taken out by metadata alone. Of others, single rows are deleted by position once a large part has
 * expired, which needs one column read and holds beside any writer; rewriting then takes them out
 * of the files as it does with all deleted rows.
 */
@NullMarked
package io.tidewater.compaction.ttl;

import org.jspecify.annotations.NullMarked;
