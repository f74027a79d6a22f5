/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of pins. */
@NullMarked
package io.tidewater.compaction.pin;

import org.jspecify.annotations.NullMarked;
