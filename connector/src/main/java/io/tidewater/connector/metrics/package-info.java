/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the sink tells of each table. {@link io.tidewater.connector.metrics.TableMetric} defines the
 * metrics, {@link io.tidewater.connector.metrics.TableGauges} holds their values, and a {@link
 * io.tidewater.connector.metrics.MetricsExport} shows them: through the worker's own metrics
 * (KIP-877) where it has them for plugins, as MBeans of our own where it is older.
 */
@NullMarked
package io.tidewater.connector.metrics;

import org.jspecify.annotations.NullMarked;
