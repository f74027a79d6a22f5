/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the versions of a subject would do to a table, told before a record is written.
 *
 * <p>A {@link io.tidewater.examples.schema.Rehearsal} lets a copy of the table in memory follow one
 * version after the other, by the very rules of the sink, and tells a {@link
 * io.tidewater.examples.schema.Step} for each. Nothing is written anywhere.
 */
@NullMarked
package io.tidewater.examples.schema;

import org.jspecify.annotations.NullMarked;
