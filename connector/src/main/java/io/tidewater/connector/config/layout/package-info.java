/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How a table that the connector creates is laid out: its partition spec and its sort order, as
 * text in the configuration and as calls on Iceberg's builders. Both are made of {@link
 * io.tidewater.connector.config.layout.ColumnTransform}s.
 */
@NullMarked
package io.tidewater.connector.config.layout;

import org.jspecify.annotations.NullMarked;
