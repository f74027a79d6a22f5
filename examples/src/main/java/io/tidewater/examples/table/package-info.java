/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Everything here that reads Iceberg, through any catalog that Iceberg knows.
 *
 * <p>{@link io.tidewater.examples.table.TableCatalog} finds a table; {@link
 * io.tidewater.examples.table.RowOffsetReader} reads which Kafka offsets its rows came from, with
 * deletes applied; {@link io.tidewater.examples.table.TableGrowth} tells how many rows can be
 * queried, from a snapshot's summary alone.
 */
@NullMarked
package io.tidewater.examples.table;

import org.jspecify.annotations.NullMarked;
