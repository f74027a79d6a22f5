/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.Naming;

/**
 * How a table follows its records and its configuration.
 *
 * @param enabled whether its schema follows the records
 * @param forceOptional whether a created column is optional even if its field is required
 * @param naming which column a field's name belongs to, and what new ones are called
 * @param onConflict what becomes of a field whose values do not go into its column
 * @param layout whether its partition spec and sort order follow the configuration
 */
public record EvolveOptions(
    boolean enabled,
    boolean forceOptional,
    Naming naming,
    ConflictPolicy onConflict,
    boolean layout) {}
