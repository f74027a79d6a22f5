/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Keeps the schemas in a table's metadata in order: forgets schemas and partition specs that
 * nothing uses any more, and gives {@link io.tidewater.compaction.schema.upkeep.Advice} where only
 * a person can decide.
 */
@NullMarked
package io.tidewater.compaction.schema.upkeep;

import org.jspecify.annotations.NullMarked;
