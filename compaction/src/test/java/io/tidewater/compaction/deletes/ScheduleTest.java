/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.deletes.convert.ConvertDeletes;
import io.tidewater.compaction.deletes.live.SnapshotFiles;
import io.tidewater.compaction.deletes.repack.RepackDeletes;
import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random schedules of writers, people, foreign compactions, and conversions in their midst. More of
 * them with {@code -Dtidewater.deletes.schedules=N}; one with {@code -Dtidewater.deletes.seed=S}.
 */
class ScheduleTest {
  private static final int SCHEDULES = Integer.getInteger("tidewater.deletes.schedules", 4);
  private static final Long SEED = Long.getLong("tidewater.deletes.seed");
  private static final int STEPS = 12;

  private final InMemoryCatalog catalog = new InMemoryCatalog();

  @BeforeEach
  void open() {
    catalog.initialize("test", Map.of());
    catalog.createNamespace(Namespace.of("shop"));
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  @Test
  void contentIsTheModelsWithDeletionVectors() {
    run(3);
  }

  @Test
  void contentIsTheModelsWithPositionDeletes() {
    run(2);
  }

  @Test
  void contentIsTheModelsWhenTheTableIsUpgradedOnTheWay() {
    run(23);
  }

  private void run(int formatVersion) {
    for (long seed = 0; seed < SCHEDULES; seed++) {
      if (SEED == null || SEED == seed) {
        new Schedule(formatVersion, seed).run();
      }
    }
  }

  private final class Schedule {
    private final String name;
    private final Random random;
    private final Table ours;
    private final ModelTable model;
    private final RandomWriter writer;
    private final List<String> log = new ArrayList<>();
    private final int upgradeAt;
    private int meanwhile;
    private boolean within;
    private final Maintenance convert = new ConvertDeletes(attempt -> meanwhile());
    private final Maintenance repack = new RepackDeletes(attempt -> meanwhile());

    Schedule(int formatVersion, long seed) {
      this.upgradeAt = formatVersion == 23 ? STEPS / 2 : -1;
      this.name = "v" + formatVersion + "_" + seed;
      this.random = new Random(seed);
      Table table =
          catalog.createTable(
              id(),
              ModelTable.SCHEMA,
              PartitionSpec.unpartitioned(),
              Map.of(
                  TableProperties.FORMAT_VERSION,
                  formatVersion == 3 ? "3" : "2",
                  TableProperties.PARQUET_COMPRESSION,
                  "uncompressed"));
      this.ours = HookedOperations.hook(catalog.loadTable(id()), this::meanwhile);
      this.model = new ModelTable(table, random);
      this.writer = new RandomWriter(catalog.loadTable(id()), model, random);
    }

    private TableIdentifier id() {
      return TableIdentifier.of("shop", name);
    }

    void run() {
      try {
        writer.insert();
        for (int step = 0; step < STEPS; step++) {
          if (step == upgradeAt) {
            model.table().updateProperties().set(TableProperties.FORMAT_VERSION, "3").commit();
          }
          log.add(writer.step());
          if (random.nextInt(3) == 0) {
            model.check("writer");
            maintain(random.nextBoolean() ? convert : repack, random.nextInt(4));
            model.check("maintenance");
          }
        }
        maintain(convert, 0);
        maintain(repack, 0);
        model.check("the last maintenance");
        ours.refresh();
        assertThat(new SnapshotFiles(ours, ours.currentSnapshot()).equalityDeletes()).isEmpty();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("schedule " + name + ": " + log, e);
      }
    }

    private void maintain(Maintenance maintenance, int commitsMeanwhile) {
      log.add(maintenance.kind().toString());
      ours.refresh();
      TableView view =
          new TableView(
              id(),
              ours,
              "main",
              Policy.DEFAULTS.with(Map.of("repack-deletes.files", "2"), "test"),
              Instant.ofEpochMilli(Long.MAX_VALUE));
      meanwhile = commitsMeanwhile;
      TestContext context =
          new TestContext(
              random.nextLong(), InstantSource.system(), 64L << (10 + random.nextInt(4)));
      for (Task task : maintenance.assess(view).tasks()) {
        log.add(task.run(new BusyContext(context, this::meanwhile)).message());
      }
      meanwhile = 0;
    }

    private void meanwhile() {
      if (meanwhile > 0 && !within && random.nextInt(3) == 0) {
        meanwhile--;
        within = true;
        log.add("meanwhile " + writer.step());
        within = false;
      }
    }
  }
}
