/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a record is, before it meets a table.
 *
 * <p>{@link io.tidewater.connector.record.RecordReading} finds the {@link
 * io.tidewater.connector.record.ValueSchema} of a record's value: the one that Connect's converter
 * gave it, none, or the writer's, which a {@link io.tidewater.format.payload.PayloadFormat} finds
 * by the bytes. From there on the three go one way: the schema tells what it needs of a table, and
 * is compiled against the table once.
 */
@NullMarked
package io.tidewater.connector.record;

import org.jspecify.annotations.NullMarked;
