/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of values without a schema. */
@NullMarked
package io.tidewater.format.schemaless;

import org.jspecify.annotations.NullMarked;
