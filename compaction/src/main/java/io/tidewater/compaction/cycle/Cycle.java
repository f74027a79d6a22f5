/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.cycle;

import io.tidewater.compaction.journal.TaskEntry.Ending;
import io.tidewater.compaction.lease.LeaseOptions;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.run.TaskRunner.Ended;
import io.tidewater.compaction.schedule.LookOrder;
import io.tidewater.compaction.schedule.PlannedTask;
import io.tidewater.compaction.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.iceberg.catalog.TableIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the tables of a catalog until it is stopped. */
public final class Cycle {
  private static final Logger LOG = LoggerFactory.getLogger(Cycle.class);
  private static final Duration LONGEST_NAP = Duration.ofSeconds(1);
  private static final Duration SHORTEST_NAP = Duration.ofMillis(20);

  private final Parts parts;
  private final Threads threads;
  private final InstantSource clock;
  private final Looker looker;
  private final Predicate<String> chosen;
  private final Predicate<TableIdentifier> mine;
  private final Duration discovery;
  private final Duration heartbeat;
  private final Duration grace;
  private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
  private Instant nextDiscovery = Instant.MIN;
  private int looking;
  private volatile boolean stopping;

  /**
   * @param policy the service's options
   */
  public Cycle(Parts parts, Policy policy, Threads threads, InstantSource clock) {
    this.parts = parts;
    this.threads = threads;
    this.clock = clock;
    this.looker =
        new Looker(parts.source(), parts.assessor(), parts.journal(), parts.metrics(), clock);
    this.chosen = CycleOptions.chosen(policy);
    this.mine = table -> parts.leases().owns(table.toString());
    this.discovery = policy.get(CycleOptions.DISCOVERY);
    this.heartbeat = policy.get(LeaseOptions.HEARTBEAT);
    this.grace = policy.get(CycleOptions.GRACE);
  }

  /** Turns until {@link #stop} is called from another thread, or this one is interrupted. */
  public void run() {
    beat();
    ScheduledFuture<?> beats =
        threads
            .timer()
            .scheduleAtFixedRate(
                this::beat, heartbeat.toMillis(), heartbeat.toMillis(), TimeUnit.MILLISECONDS);
    try {
      while (!stopping) {
        turn(clock.instant());
        await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      beats.cancel(false);
      windDown();
    }
  }

  /** Has {@link #run} return, once the running tasks have come to a safe end. */
  public void stop() {
    stopping = true;
    parts.runner().cancelAll("the service stops");
    events.add(() -> {});
  }

  private void turn(Instant now) {
    Schedule schedule = parts.schedule();
    if (!nextDiscovery.isAfter(now)) {
      nextDiscovery = Instant.MAX;
      threads.looks().execute(this::discover);
    }
    for (LookOrder order : schedule.looks(now, mine, threads.lookers() - looking)) {
      looking++;
      threads.looks().execute(() -> look(order));
    }
    while (true) {
      PlannedTask task = schedule.next(now, mine).orElse(null);
      if (task == null) {
        break;
      }
      threads.tasks().execute(() -> runTask(task));
    }
    parts.metrics().queue(schedule.running(), schedule.waiting());
  }

  private void await() throws InterruptedException {
    Instant now = clock.instant();
    Instant next = parts.schedule().nextLook(mine);
    Duration nap =
        next.isBefore(now.plus(LONGEST_NAP)) && looking < threads.lookers()
            ? Duration.between(now, next.isBefore(now) ? now : next).plus(SHORTEST_NAP)
            : LONGEST_NAP;
    Runnable event = events.poll(nap.toMillis(), TimeUnit.MILLISECONDS);
    while (event != null) {
      event.run();
      event = events.poll();
    }
  }

  private void discover() {
    try {
      List<TableIdentifier> tables =
          parts.source().tables().stream().filter(table -> chosen.test(table.toString())).toList();
      events.add(() -> discovered(tables));
    } catch (RuntimeException e) {
      LOG.warn("the catalog could not be asked for its tables", e);
      events.add(() -> nextDiscovery = clock.instant().plus(discovery));
    }
  }

  private void discovered(List<TableIdentifier> tables) {
    Instant now = clock.instant();
    parts.schedule().discovered(tables, now);
    nextDiscovery = now.plus(discovery);
    List<String> names = tables.stream().map(TableIdentifier::toString).toList();
    parts.journal().retain(names);
    parts.metrics().retain(names);
    parts
        .metrics()
        .shares(
            tables.size(), tables.stream().filter(mine).count(), parts.leases().members().size());
  }

  private void look(LookOrder order) {
    Runnable event;
    try {
      Looker.Result result = looker.look(order);
      event = () -> looked(order, result);
    } catch (RuntimeException | Error e) {
      LOG.warn("table={} could not be looked at", order.table(), e);
      looker.failed(order, e);
      event = () -> parts.schedule().lookFailed(order.table(), clock.instant());
    }
    Runnable outcome = event;
    events.add(
        () -> {
          looking--;
          outcome.run();
        });
  }

  private void looked(LookOrder order, Looker.Result result) {
    if (result instanceof Looker.Result.Assessed assessed) {
      parts.schedule().assessed(order.table(), assessed.report(), clock.instant());
    } else if (result instanceof Looker.Result.Gone) {
      parts.schedule().gone(order.table());
    } else {
      parts.schedule().unchanged(order.table(), clock.instant());
    }
  }

  private void runTask(PlannedTask task) {
    Ended ended = parts.runner().run(task);
    Ending ending = ended.entry().ending();
    parts.metrics().ended(ended.entry(), ended.throttled(), task.task().estimate().gain());
    events.add(
        () -> {
          if (ending.needsPause()) {
            parts.schedule().failed(task, clock.instant());
          } else {
            parts.schedule().succeeded(task, clock.instant());
          }
        });
  }

  private void beat() {
    try {
      parts.leases().beat(parts.runner().busyTables());
    } catch (RuntimeException e) {
      LOG.warn("the leases could not be renewed; tables stay shared as they were", e);
    }
  }

  private void windDown() {
    parts.runner().cancelAll("the service stops");
    threads.shutdown();
    try {
      if (!threads.tasks().awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("tasks did not stop within {}; what they wrote is left to orphan removal", grace);
      }
      parts.leases().leave();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.info("the leases were not given back; they run out by themselves", e);
    }
  }
}
