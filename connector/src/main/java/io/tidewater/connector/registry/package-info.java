/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Opens the schema registry that a configuration names, and tries it before anything depends on it.
 */
@NullMarked
package io.tidewater.connector.registry;

import org.jspecify.annotations.NullMarked;
