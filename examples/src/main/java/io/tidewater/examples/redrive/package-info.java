/* SPDX-License-Identifier: Apache-2.0 */
/** The {@code redrive} command: puts dead letters back into their table after the fix. */
@NullMarked
package io.tidewater.examples.redrive;

import org.jspecify.annotations.NullMarked;
