/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Schemas by their ids. {@link io.tidewater.format.registry.SchemaRegistry} is what the decoders
 * need of a schema registry; who speaks to one stands in a package below.
 */
@NullMarked
package io.tidewater.format.registry;

import org.jspecify.annotations.NullMarked;
