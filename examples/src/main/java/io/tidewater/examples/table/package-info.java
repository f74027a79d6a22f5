/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Everything here that reads Iceberg, through any catalog that Iceberg knows.
 *
 * <p>{@link io.tidewater.examples.table.TableCatalog} finds the {@link
 * io.tidewater.examples.table.Head} of a table's branch, which tells how many rows can be queried
 * from the snapshot's summary alone; {@link io.tidewater.examples.table.RowOffsetReader} reads
 * which Kafka offsets the rows came from, with deletes applied.
 */
@NullMarked
package io.tidewater.examples.table;

import org.jspecify.annotations.NullMarked;
