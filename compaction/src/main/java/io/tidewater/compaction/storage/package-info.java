/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What maintenance has to know of a table's storage beyond its files: how locations compare ({@link
 * io.tidewater.compaction.storage.StorePath}), where it keeps notes of its own ({@link
 * io.tidewater.compaction.storage.StateFolder}), and what time it is there ({@link
 * io.tidewater.compaction.storage.StoreClock}).
 */
@NullMarked
package io.tidewater.compaction.storage;

import org.jspecify.annotations.NullMarked;
