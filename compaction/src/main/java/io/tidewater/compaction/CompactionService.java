/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.assess.Assessor;
import io.tidewater.compaction.assess.Maintenances;
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
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running service. Several can run in one process, on one catalog or on several. */
public final class CompactionService implements AutoCloseable {
  private final Parts parts;
  private final Cycle cycle;
  private final ExecutorService workers;
  private final Thread thread;

  private CompactionService(Parts parts, Cycle cycle, ExecutorService workers) {
    this.parts = parts;
    this.cycle = cycle;
    this.workers = workers;
    this.thread = new Thread(cycle::run, "compaction-cycle");
  }

  /**
   * Starts a service over an open catalog.
   *
   * @param source closed with the service
   * @throws RuntimeException the catalog could not be asked
   */
  public static CompactionService start(
      Configuration configuration, Maintenances maintenances, TableSource source) {
    Policy options = configuration.service();
    InstantSource clock = InstantSource.system();
    ExecutorService workers = Sharing.workers(options);
    Journal journal = new Journal(Math.toIntExact(options.get(Journal.HISTORY)));
    Parts parts =
        new Parts(
            source,
            new Assessor(maintenances, configuration.tables(), clock),
            new Schedule(
                CycleOptions.cadence(options), CycleOptions.limits(options), maintenances.kinds()),
            leases(options, source),
            new TaskRunner(Sharing.surroundings(options, workers), journal),
            journal,
            new ServiceMetrics(options));
    CompactionService service =
        new CompactionService(parts, new Cycle(parts, options, threads(options), clock), workers);
    service.thread.start();
    return service;
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

  /** What it knows and does. */
  Parts parts() {
    return parts;
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
    workers.shutdownNow();
    parts.source().close();
  }
}
