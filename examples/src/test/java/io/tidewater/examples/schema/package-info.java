/* SPDX-License-Identifier: Apache-2.0 */
/** Schemas on the real registry and the real catalog. */
@NullMarked
package io.tidewater.examples.schema;

import org.jspecify.annotations.NullMarked;
