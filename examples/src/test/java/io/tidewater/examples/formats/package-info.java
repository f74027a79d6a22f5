/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The sink reads formats straight from bytes: real broker, worker, schema registry and catalog.
 * What must be in a table is written down by hand for each format; the bytes are laid out by {@link
 * io.tidewater.examples.formats.Payload}, so that a decoder is never tested with its own encoder.
 */
@NullMarked
package io.tidewater.examples.formats;

import org.jspecify.annotations.NullMarked;
