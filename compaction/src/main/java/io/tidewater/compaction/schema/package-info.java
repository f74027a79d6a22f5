/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Keeps the schemas of tables as their registry says, and in good order.
 *
 * <p>{@link io.tidewater.compaction.schema.SchemaMaintenance} puts together what its packages do:
 * {@code follow} lets a table follow the registry ahead of the data, {@code merge} brings a column
 * that changed its type incompatibly into one column again, {@code upkeep} forgets schemas and
 * partition specs that nothing uses and says what only a person can decide.
 */
@NullMarked
package io.tidewater.compaction.schema;

import org.jspecify.annotations.NullMarked;
