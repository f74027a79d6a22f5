/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

/**
 * How a table's schema follows its records.
 *
 * @param enabled whether columns are added, widened and made optional
 * @param forceOptional whether a created or added column is optional even if its field is required
 * @param caseInsensitive whether a field finds its column whatever the case of its letters
 */
public record EvolveOptions(boolean enabled, boolean forceOptional, boolean caseInsensitive) {}
