/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of metadata columns. */
@NullMarked
package io.tidewater.format.column;

import org.jspecify.annotations.NullMarked;
