/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of values as text. */
@NullMarked
package io.tidewater.format.value;

import org.jspecify.annotations.NullMarked;
