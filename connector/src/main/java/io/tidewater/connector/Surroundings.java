/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import io.tidewater.connector.catalog.CatalogLoader;
import io.tidewater.connector.commit.Patience;
import io.tidewater.connector.config.SinkOptions;
import io.tidewater.connector.pipeline.PipelineContext;
import io.tidewater.connector.record.ConfiguredFormats;
import io.tidewater.connector.record.PayloadFormats;
import io.tidewater.connector.record.TopicFormats;
import io.tidewater.connector.source.AdminSourceCluster;
import io.tidewater.connector.source.SourceCluster;
import io.tidewater.connector.table.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a task stands in: servers, threads, time and chance.
 *
 * @param formats how the records of topics are laid out
 * @param resources closed with the task, in this order
 */
record Surroundings(
    SourceCluster cluster,
    Tables tables,
    TopicFormats formats,
    Executor executor,
    PipelineContext.Time time,
    Patience patience,
    List<AutoCloseable> resources) {
  private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);
  private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);

  /** What a task stands in within a worker. */
  static Surroundings ofWorker(SinkOptions options) {
    SourceCluster cluster = AdminSourceCluster.of(options.source().kafkaClient().values());
    // Opened later: a catalog that is down when the task starts must not fail it for good.
    Tables tables = new Tables(() -> CatalogLoader.load(options.catalog()));
    PayloadFormats formats = TaskParts.formats(options);
    ExecutorService executor = executor(options);
    PipelineContext.Time time =
        new PipelineContext.Time(
            () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), UUID::randomUUID);
    return new Surroundings(
        cluster,
        tables,
        new ConfiguredFormats(options.formats(), formats::make),
        executor,
        time,
        growingPatience(new Random()),
        List.of(() -> shutDown(executor), formats, tables, cluster));
  }

  private static ExecutorService executor(SinkOptions options) {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        options.commits().threads(),
        work -> {
          Thread thread =
              new Thread(
                  work, "tidewater-commit-" + options.taskName() + "-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Waits for a random time that grows with each attempt, up to a second. */
  private static Patience growingPatience(Random random) {
    return failedAttempts -> {
      long longest = Math.min(1_000, 10L << Math.min(failedAttempts, 10));
      try {
        Thread.sleep(random.nextLong(longest + 1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted between attempts to commit", e);
      }
    };
  }

  private static void shutDown(ExecutorService executor) throws InterruptedException {
    executor.shutdown();
    if (!executor.awaitTermination(SHUTDOWN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("commits are still under way; the next task will find out whether they land");
      executor.shutdownNow();
    }
  }
}
