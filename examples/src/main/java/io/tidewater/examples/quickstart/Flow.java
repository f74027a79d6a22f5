/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import io.tidewater.examples.kafka.TopicWriter;
import io.tidewater.examples.orders.OrderGenerator;
import io.tidewater.examples.progress.Progress;
import io.tidewater.examples.progress.ProgressDisplay;
import io.tidewater.examples.table.TableCatalog;
import io.tidewater.examples.verify.Pause;
import io.tidewater.examples.verify.Scope;
import io.tidewater.examples.verify.Verification;
import io.tidewater.examples.verify.Verifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Orders on their way from the topic to the table, seen at both ends. */
final class Flow {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Running running;
  private final ProgressDisplay display;
  private final InstantSource clock = InstantSource.system();

  Flow(Running running, ProgressDisplay display) {
    this.running = running;
    this.display = display;
  }

  /** Sends the orders and returns when all of them can be queried. */
  void send(Plan plan) {
    try (TableCatalog catalog = TableCatalog.open(running.catalog());
        Progress produced = display.start("produced", plan.records());
        Progress queryable = display.start("queryable", plan.records())) {
      QueryableRows rows = new QueryableRows(catalog, running::failure, clock, Pause.SLEEP);
      CompletableFuture<Void> watch =
          CompletableFuture.runAsync(
              () -> rows.await(running.endpoints().table(), plan.records(), queryable));
      produce(plan, produced);
      watch.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void produce(Plan plan, Progress produced) {
    OrderGenerator orders = new OrderGenerator(new Random(plan.seed()), clock.instant());
    try (TopicWriter writer = new TopicWriter(running.kafka(), running.endpoints().topic())) {
      new OrderTraffic(orders, writer).send(plan.records(), produced);
    } finally {
      produced.close();
    }
  }

  /** Compares topic and table, offset by offset. */
  Verification verify() {
    return new Verifier(running.kafka(), running.catalog(), display, clock, Pause.SLEEP)
        .verify(
            running.endpoints().topic(),
            running.endpoints().table(),
            Scope.EVERYTHING.waiting(PATIENCE));
  }
}
