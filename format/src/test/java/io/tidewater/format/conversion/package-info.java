/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of conversions. */
@NullMarked
package io.tidewater.format.conversion;

import org.jspecify.annotations.NullMarked;
