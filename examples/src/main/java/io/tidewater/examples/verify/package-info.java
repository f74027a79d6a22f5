/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code bin/tidewater verify}: is every record of a topic in the table, and none twice?
 *
 * <p>{@link io.tidewater.examples.verify.Verifier} fixes the ends of the topic, reads where it has
 * records, then reads where the table's rows came from, and compares the two. In that order: what
 * is committed while it works can only be more than what it looks for. {@link
 * io.tidewater.examples.verify.VerificationReport} puts the outcome into words.
 */
@NullMarked
package io.tidewater.examples.verify;

import org.jspecify.annotations.NullMarked;
