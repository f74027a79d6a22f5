/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Dead letters: records that could not become rows, kept beside the table with all that is needed
 * to try again. {@link io.tidewater.format.deadletter.DeadLetterColumn} is the table's schema,
 * {@link io.tidewater.format.deadletter.PayloadEncoding} says how a payload is kept.
 */
@NullMarked
package io.tidewater.format.deadletter;

import org.jspecify.annotations.NullMarked;
