/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Table schemas from record schemas: how a table starts and how it grows.
 *
 * <p>Every record format describes its records as an <em>incoming</em> struct type: Iceberg types,
 * each field required or optional as the writer said, ids without meaning. From there on all
 * formats share one way. {@link io.tidewater.format.schema.TableSchema#of} makes the schema of a
 * new table. {@link io.tidewater.format.schema.SchemaEvolution#plan} compares an incoming type with
 * the schema of a table and gives the {@link io.tidewater.format.schema.SchemaChange}s that make
 * every record of that type fit, and the {@link io.tidewater.format.schema.SchemaConflict}s that no
 * change can solve. Both are pure; {@link io.tidewater.format.schema.EvolutionPlan#apply} hands the
 * changes to Iceberg.
 *
 * <p>Tasks may race: a change that another task made first is no change in the next plan, so plan
 * again from the refreshed table whenever the commit of a change fails.
 */
@NullMarked
package io.tidewater.format.schema;

import org.jspecify.annotations.NullMarked;
