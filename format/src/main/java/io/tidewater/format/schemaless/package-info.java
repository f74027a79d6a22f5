/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Values that come without a schema: the maps, lists and scalars that a JSON parser makes.
 *
 * <p>Such a value is converted against the table's own types, since it has none ({@link
 * io.tidewater.format.schemaless.SchemalessRowConverter}). Only when a field turns up that the
 * table does not have, or a value does not fit its column, is a type inferred from the value: what
 * the table would have to be to hold it ({@link io.tidewater.format.schemaless.SchemalessMapping}).
 */
@NullMarked
package io.tidewater.format.schemaless;

import org.jspecify.annotations.NullMarked;
