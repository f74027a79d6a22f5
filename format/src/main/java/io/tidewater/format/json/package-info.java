/* SPDX-License-Identifier: Apache-2.0 */
/**
 * JSON from its bytes.
 *
 * <p>{@link io.tidewater.format.json.JsonCursor} is the strict way in, for every format that is
 * written in JSON: one value of UTF-8, nothing after it, no object with a name twice, no text that
 * is no Unicode, numbers with all their digits. Whatever is wrong ends in a {@link
 * io.tidewater.format.value.ValueMismatchException} that names the byte.
 *
 * <p>Without a schema there are two ways to a table. {@link io.tidewater.format.json.JsonValues}
 * makes the maps, lists and scalars that {@link io.tidewater.format.schemaless.SchemalessMapping}
 * finds columns for. {@link io.tidewater.format.json.JsonValueFormat} leaves the value whole, in
 * one column.
 */
@NullMarked
package io.tidewater.format.json;

import org.jspecify.annotations.NullMarked;
