/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The Kafka side: the position in each partition ({@link
 * io.tidewater.connector.source.PartitionCursor}), and what the cluster tells of its logs ({@link
 * io.tidewater.connector.source.SourceCluster}). The only package that uses a Kafka client.
 */
@NullMarked
package io.tidewater.connector.source;

import org.jspecify.annotations.NullMarked;
