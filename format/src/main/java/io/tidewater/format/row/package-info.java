/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Rows from records: what a sink holds after a record was read and before a file is written.
 *
 * <p>A {@link io.tidewater.format.row.RowConverter} is what every record format offers, compiled
 * once per (writer schema, table schema): it drives the events of {@link io.tidewater.format.value}
 * into a {@link io.tidewater.format.row.RowBuilder}, which collects them as one {@link
 * org.apache.iceberg.data.GenericRecord}.
 */
@NullMarked
package io.tidewater.format.row;

import org.jspecify.annotations.NullMarked;
