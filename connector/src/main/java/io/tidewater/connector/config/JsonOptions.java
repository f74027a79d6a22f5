/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

/**
 * What JSON becomes.
 *
 * @param values what values without a schema become
 * @param undeclared what becomes of members that a JSON Schema does not declare
 */
public record JsonOptions(JsonValuesAs values, UndeclaredPolicy undeclared) {}
