/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Records straight from their bytes.
 *
 * <p>A {@link io.tidewater.format.payload.PayloadFormat} finds the {@link
 * io.tidewater.format.payload.WriterSchema} of a payload, mostly by an id in its first bytes. The
 * schema tells what it needs of a table ({@link io.tidewater.format.schema.Incoming}), from which
 * the table is made or evolved, and is then compiled into a plan against the table, once. The plan
 * reads bytes and drives a {@link io.tidewater.format.value.ValueVisitor}, which builds rows or
 * writes columns. Nothing is resolved by name while it runs.
 *
 * <p>Each format is a package beside this one.
 */
@NullMarked
package io.tidewater.format.payload;

import org.jspecify.annotations.NullMarked;
