/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Kafka Connect data as Iceberg types and values.
 *
 * <p>{@link io.tidewater.format.connect.ConnectMapping} is the entry. It gives the incoming type of
 * a Connect schema, from which a table is made or evolved ({@link io.tidewater.format.schema}), and
 * compiles a schema and a table into a {@link io.tidewater.format.row.RowConverter}. Values without
 * a schema go through {@link io.tidewater.format.schemaless} instead.
 *
 * <p>Inside, every Connect schema without children is one {@link
 * io.tidewater.format.connect.ScalarMapping}, defined by {@link
 * io.tidewater.format.connect.PlainType}, or by {@link io.tidewater.format.connect.NamedValues}
 * where its name says more than its type: the column type, and a reader of its Java values. {@link
 * io.tidewater.format.connect.ConnectTypes} walks a schema for its type, {@link
 * io.tidewater.format.connect.ReaderCompiler} walks schema and table side by side and leaves a tree
 * of {@link io.tidewater.format.plan.ValueReader}s. What stands in {@code docs/types.md} is printed
 * from the same definitions.
 *
 * <p>This is the only package of the module that knows Kafka Connect.
 */
@NullMarked
package io.tidewater.format.connect;

import org.jspecify.annotations.NullMarked;
