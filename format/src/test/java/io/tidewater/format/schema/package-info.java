/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of schema evolution, against real tables in memory. */
@NullMarked
package io.tidewater.format.schema;

import org.jspecify.annotations.NullMarked;
