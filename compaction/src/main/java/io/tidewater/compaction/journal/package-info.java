/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the service remembers for people: what it found out about each table, what it is doing, and
 * what it did. All of it is bounded, none of it decides anything.
 */
@NullMarked
package io.tidewater.compaction.journal;

import org.jspecify.annotations.NullMarked;
