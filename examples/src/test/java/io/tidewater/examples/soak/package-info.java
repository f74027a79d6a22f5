/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Everything at once: the sink at full speed into an upserted and an appended table, all kinds of
 * maintenance at settings that nobody would choose, and processes that are killed every few
 * seconds. In the end the tables must be what the records say; on the way no ledger may go back and
 * no file may be missing that a snapshot needs.
 */
@NullMarked
package io.tidewater.examples.soak;

import org.jspecify.annotations.NullMarked;
