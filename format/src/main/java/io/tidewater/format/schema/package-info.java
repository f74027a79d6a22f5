/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Table schemas from record schemas: how a table starts and how it grows.
 *
 * <p>Every record format describes its records as {@link io.tidewater.format.schema.Incoming}:
 * Iceberg types, each field required or optional as the writer said, with aliases, numbers and
 * defaults, ids without meaning. From there on all formats share one way. {@link
 * io.tidewater.format.schema.NewTable#of} makes the schema of a new table. {@link
 * io.tidewater.format.schema.SchemaEvolution#plan} compares incoming records with a table and gives
 * the {@link io.tidewater.format.schema.SchemaChange}s that make every such record fit, and the
 * {@link io.tidewater.format.schema.SchemaConflict}s that no change can solve, or that the {@link
 * io.tidewater.format.schema.ConflictPolicy} leaves. Both are pure; {@link
 * io.tidewater.format.schema.EvolutionPlan#commitTo} makes the changes in one commit.
 *
 * <p>{@link io.tidewater.format.schema.Alignment} alone says which column a field belongs to, for
 * the planner and for every compiled plan that reads records. What it cannot see in the two schemas
 * it takes from the {@link io.tidewater.format.schema.FieldHistory}, a property of the table: names
 * that differ from the column's, former names, Protobuf's numbers.
 *
 * <p>Tasks may race: a change that another task made first is no change in the next plan, so plan
 * again from the refreshed table whenever a commit fails.
 */
@NullMarked
package io.tidewater.format.schema;

import org.jspecify.annotations.NullMarked;
