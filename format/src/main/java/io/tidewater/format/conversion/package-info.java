/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Conversion of scalar values between Iceberg types, the same for every record format.
 *
 * <p>{@link io.tidewater.format.conversion.Conversions} answers two questions about a pair of types
 * that a record and a table disagree on. Before any value is seen: how well do such values fit
 * ({@link io.tidewater.format.conversion.Fit}), which schema evolution asks. And for the values
 * themselves: a visitor that takes whatever comes and hands on what the column holds, or refuses.
 * There is one class per column type, and it answers both, so that the two cannot drift apart.
 *
 * <p>No conversion loses anything: what came can be told from what is stored, or the value is
 * refused with a {@link io.tidewater.format.value.ValueMismatchException}.
 */
@NullMarked
package io.tidewater.format.conversion;

import org.jspecify.annotations.NullMarked;
