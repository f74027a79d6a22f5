/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.assess.Maintenances;
import io.tidewater.compaction.console.Console;
import io.tidewater.compaction.console.ConsoleOptions;
import io.tidewater.compaction.console.Pages;
import io.tidewater.compaction.cycle.Cycle;
import io.tidewater.compaction.cycle.CycleOptions;
import io.tidewater.compaction.cycle.Parts;
import io.tidewater.compaction.cycle.Threads;
import io.tidewater.compaction.journal.Journal;
import io.tidewater.compaction.lease.Boards;
import io.tidewater.compaction.lease.LeaseOptions;
import io.tidewater.compaction.lease.Leases;
import io.tidewater.compaction.lease.SharedLeases;
import io.tidewater.compaction.metrics.ServiceMetrics;
import io.tidewater.compaction.policy.Configuration;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.run.TaskRunner;
import io.tidewater.compaction.schedule.Schedule;
import io.tidewater.compaction.source.TableSource;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running service. Several can run in one process, on one catalog or on several. */
public final class CompactionService implements AutoCloseable {
  private final Parts parts;
  private final Cycle cycle;
  private final ExecutorService workers;
  private final Thread thread;
  private final Optional<Console> console;

  private CompactionService(
      Parts parts, Cycle cycle, ExecutorService workers, Thread thread, Optional<Console> console) {
    this.parts = parts;
    this.cycle = cycle;
    this.workers = workers;
    this.thread = thread;
    this.console = console;
  }

  /**
   * Starts a service with all kinds of maintenance.
   *
   * @param source of the tables; closed with the service
   * @throws IOException the console cannot listen where it should
   * @throws RuntimeException the catalog could not be asked
   */
  public static CompactionService start(Configuration configuration, TableSource source)
      throws IOException {
    return start(
        new Session(
            configuration, source, StandardMaintenances.over(source.catalog(), configuration)));
  }

  /**
   * Starts a service.
   *
   * @param session closed with the service
   * @throws IOException the console cannot listen where it should
   * @throws RuntimeException the catalog could not be asked
   */
  static CompactionService start(Session session) throws IOException {
    Policy options = session.configuration().service();
    Maintenances maintenances = session.maintenances();
    InstantSource clock = InstantSource.system();
    ExecutorService workers = Sharing.workers(options);
    Journal journal = new Journal(Math.toIntExact(options.get(Journal.HISTORY)));
    Parts parts =
        new Parts(
            session.source(),
            session.assessor(),
            new Schedule(
                CycleOptions.cadence(options), CycleOptions.limits(options), maintenances.kinds()),
            leases(options, session.source()),
            new TaskRunner(Sharing.surroundings(options, workers), journal),
            journal,
            new ServiceMetrics(options));
    Cycle cycle = new Cycle(parts, options, threads(options), clock);
    Thread thread = new Thread(cycle::run, "compaction-cycle");
    Optional<Console> console = console(options, parts, thread);
    thread.start();
    return new CompactionService(parts, cycle, workers, thread, console);
  }

  private static Optional<Console> console(Policy options, Parts parts, Thread thread)
      throws IOException {
    if (options.get(ConsoleOptions.PORT) < 0) {
      return Optional.empty();
    }
    Instant started = Instant.now();
    Pages pages =
        new Pages(
            parts.journal(),
            parts.metrics().registry(),
            () -> new Pages.Status(started, List.copyOf(parts.leases().members())),
            thread::isAlive);
    return Optional.of(Console.start(options, pages));
  }

  private static Leases leases(Policy options, TableSource source) {
    if (!options.get(LeaseOptions.SHARED)) {
      return Leases.ALONE;
    }
    return new SharedLeases(
        UUID.randomUUID().toString(),
        Boards.in(source.catalog(), options.get(LeaseOptions.NAMESPACE)),
        options.get(LeaseOptions.TIMEOUT),
        System::nanoTime);
  }

  private static Threads threads(Policy options) {
    int lookers = Math.toIntExact(options.get(CycleOptions.LOOKERS));
    return new Threads(
        Executors.newFixedThreadPool(lookers, Sharing.named("compaction-look")),
        lookers,
        Executors.newCachedThreadPool(Sharing.named("compaction-task")),
        Executors.newSingleThreadScheduledExecutor(Sharing.named("compaction-lease")));
  }

  /** Where its console is found, if it has one. */
  public Optional<URI> console() {
    return console.map(Console::uri);
  }

  /** Has running tasks come to a safe end, gives the tables to others, and lets go of all. */
  @Override
  public void close() {
    cycle.stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    console.ifPresent(Console::close);
    workers.shutdownNow();
    parts.source().close();
  }
}
