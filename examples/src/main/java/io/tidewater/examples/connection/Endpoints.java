/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.connection;

/**
 * Where a running quickstart listens, and what it fills.
 *
 * @param bootstrapServers the Kafka broker
 * @param connectUri the Connect worker's REST API
 * @param catalogUri the Iceberg REST catalog
 * @param topic the topic that it produces to
 * @param table the table that the sink writes
 */
public record Endpoints(
    String bootstrapServers, String connectUri, String catalogUri, String topic, String table) {}
