/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.source;

import io.tidewater.format.ledger.SourceLog;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.TopicId;
import java.util.Collection;
import java.util.Map;

/**
 * What the sink asks the Kafka cluster beside the records: facts that tell whether a log is still
 * the one that the table was built from. Thread-safe.
 */
public interface SourceCluster extends AutoCloseable {
  /**
   * The partitions as they are now; those that do not exist are left out.
   *
   * @throws SourceUnavailableException Kafka did not answer; the call may be repeated
   */
  Map<SourcePartition, SourceLog> logs(Collection<SourcePartition> sources);

  /**
   * The current ids of topics; those that do not exist are left out.
   *
   * @throws SourceUnavailableException Kafka did not answer; the call may be repeated
   */
  Map<String, TopicId> topicIds(Collection<String> topics);

  /**
   * The first offset that the logs still have; partitions that do not exist are left out.
   *
   * @throws SourceUnavailableException Kafka did not answer; the call may be repeated
   */
  Map<SourcePartition, Long> logStarts(Collection<SourcePartition> sources);

  /**
   * The offsets of the next records to be written; partitions that do not exist are left out.
   *
   * @throws SourceUnavailableException Kafka did not answer; the call may be repeated
   */
  Map<SourcePartition, Long> logEnds(Collection<SourcePartition> sources);

  @Override
  void close();
}
