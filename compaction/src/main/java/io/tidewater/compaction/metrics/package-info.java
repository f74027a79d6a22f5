/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the service tells Prometheus. Each metric is defined once, in {@link
 * io.tidewater.compaction.metrics.MetricDefinition}, from which its page in docs/ is printed too.
 */
@NullMarked
package io.tidewater.compaction.metrics;

import org.jspecify.annotations.NullMarked;
