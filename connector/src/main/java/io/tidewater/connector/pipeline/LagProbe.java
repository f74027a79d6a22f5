/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.source.SourceCluster;
import io.tidewater.format.ledger.SourcePartition;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks from time to time where the logs end, so that lag can be told even while all is quiet. */
final class LagProbe {
  private static final Logger LOG = LoggerFactory.getLogger(LagProbe.class);
  private static final long INTERVAL_MILLIS = 10_000;

  private final SourceCluster cluster;
  private final Executor executor;
  private final Background<Map<SourcePartition, Long>> asking = new Background<>();
  private long nextAt;

  LagProbe(SourceCluster cluster, Executor executor) {
    this.cluster = cluster;
    this.executor = executor;
  }

  /**
   * Asks if it is time to.
   *
   * @param onEnds told of the answer to an earlier question, if there is one
   */
  void advance(
      Collection<SourcePartition> sources, long now, Consumer<Map<SourcePartition, Long>> onEnds) {
    asking
        .<Runnable>take(
            ends -> () -> onEnds.accept(ends),
            failure -> () -> LOG.debug("log ends are not known", failure))
        .ifPresent(Runnable::run);
    if (now >= nextAt && !asking.isRunning() && !sources.isEmpty()) {
      nextAt = now + INTERVAL_MILLIS;
      asking.run(CompletableFuture.supplyAsync(() -> cluster.logEnds(sources), executor));
    }
  }
}
