/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Avro records straight from their bytes.
 *
 * <p>{@link io.tidewater.format.avro.AvroFormat} finds the schema that a payload was written with;
 * {@link io.tidewater.format.avro.AvroWriterSchema} says what it needs of a table and compiles it
 * against one.
 *
 * <p>Inside, {@link io.tidewater.format.avro.Shapes} walks a schema once and leaves a tree of
 * {@link io.tidewater.format.avro.Shape}s: what the values are in a table, each field with the
 * number that it has in the incoming type. {@link io.tidewater.format.avro.ColumnPlan} walks that
 * tree and the table side by side and leaves {@link io.tidewater.format.avro.Decoder}s. What has no
 * column becomes a decoder of {@link io.tidewater.format.avro.Skips}, what goes as a whole into
 * text or a variant one of {@link io.tidewater.format.avro.WholeValues}; these two follow the
 * schema itself, where it contains itself too. Everything is read through one {@link
 * io.tidewater.format.avro.AvroInput}, which trusts no length and no count.
 *
 * <p>What stands in {@code docs/types.md} is printed from {@link
 * io.tidewater.format.avro.PlainType} and {@link io.tidewater.format.avro.LogicalType}.
 */
@NullMarked
package io.tidewater.format.avro;

import org.jspecify.annotations.NullMarked;
