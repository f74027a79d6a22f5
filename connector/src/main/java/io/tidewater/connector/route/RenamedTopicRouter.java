/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A router behind transforms that may rename topics: which tables a topic of Kafka reaches, only
 * its records can tell.
 */
public final class RenamedTopicRouter implements Router {
  private final TopicRouter router;

  public RenamedTopicRouter(TopicRouter router) {
    this.router = router;
  }

  @Override
  public Route route(SinkRecord record, RecordTypes types) {
    return router.route(record, types);
  }

  @Override
  public Optional<Set<TableIdentifier>> tablesOf(String topic) {
    return Optional.empty();
  }

  @Override
  public boolean isShared(TableIdentifier table) {
    return true;
  }
}
