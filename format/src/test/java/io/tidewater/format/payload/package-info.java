/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of what the formats share that read bytes. */
@NullMarked
package io.tidewater.format.payload;

import org.jspecify.annotations.NullMarked;
