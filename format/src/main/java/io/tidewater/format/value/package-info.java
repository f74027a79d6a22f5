/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Values on their way from a record to a table, as a stream of typed events.
 *
 * <p>A decoder (Connect data today; Avro, Protobuf and JSON bytes beside it) compiles a plan once
 * per (writer schema, table schema) and then drives a {@link
 * io.tidewater.format.value.ValueVisitor} for every record. Who receives the events is open: {@link
 * io.tidewater.format.row.RowBuilder} makes rows, a writer of Parquet columns can take them without
 * a row in between, {@link io.tidewater.format.value.JsonText} makes text.
 *
 * <p>Nothing is ever rounded, cut, wrapped or replaced: a value that a column cannot hold ends in a
 * {@link io.tidewater.format.value.ValueMismatchException} that names its path.
 */
@NullMarked
package io.tidewater.format.value;

import org.jspecify.annotations.NullMarked;
