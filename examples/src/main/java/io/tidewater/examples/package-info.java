/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The command line, {@code bin/tidewater}, and what it shows: the whole of Tidewater at work.
 *
 * <p>{@link io.tidewater.examples.Tidewater} is where the launcher enters. Each command lies in a
 * package of its own.
 */
@NullMarked
package io.tidewater.examples;

import org.jspecify.annotations.NullMarked;
