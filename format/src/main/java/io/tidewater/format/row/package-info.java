/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Rows from records: what a sink holds after a record was read and before a file is written.
 *
 * <p>A {@link io.tidewater.format.row.RowConverter} is what every record format offers, compiled
 * once per (writer schema, table schema): it drives the events of {@link io.tidewater.format.value}
 * into a {@link io.tidewater.format.row.RowBuilder}, which collects them as one {@link
 * org.apache.iceberg.data.GenericRecord}.
 *
 * <p>The life of a record with a schema, from format to row:
 *
 * <ol>
 *   <li>The mapping of its format says what comes ({@code incoming(schema)}), {@link
 *       io.tidewater.format.column.MetadataColumns#appendTo} adds the metadata columns.
 *   <li>A new table starts as {@link io.tidewater.format.schema.TableSchema#of} says; an existing
 *       one evolves by {@link io.tidewater.format.schema.SchemaEvolution#plan}, once per schema.
 *   <li>The mapping compiles schema and table into a converter, kept for all records of both.
 *   <li>The converter makes the row, {@link io.tidewater.format.column.MetadataWriter} completes
 *       it.
 * </ol>
 *
 * <p>A value without a schema is converted first. Only if that tells of an unknown field, or ends
 * in a {@link io.tidewater.format.value.ValueMismatchException}, does the mapping infer {@code
 * incoming(value, table)}; then the table evolves, and the value is converted again.
 */
@NullMarked
package io.tidewater.format.row;

import org.jspecify.annotations.NullMarked;
