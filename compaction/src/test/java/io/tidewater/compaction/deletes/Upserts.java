/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes;

import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.Record;

/** What tests of deletes do to tables of {@link TestTables#SCHEMA}. */
public final class Upserts {
  // Ids of commits and names of files are drawn from it, and must not come twice.
  private static final AtomicLong SEEDS = new AtomicLong(1_000);

  private Upserts() {}

  /** Appends a file of rows with these ids, all of day 1. */
  public static DataFile append(Table table, long... ids) {
    return TestTables.append(table, rows(ids));
  }

  public static List<Record> rows(long... ids) {
    return Arrays.stream(ids)
        .mapToObj(id -> TestTables.row(TestTables.SCHEMA, id, "name" + id, 1))
        .toList();
  }

  /** Commits an equality delete of these ids alone; of the partition of day 1, if there are any. */
  public static DeleteFile delete(Table table, long... ids) {
    DeleteFile file = deleteFile(table, ids);
    table.newRowDelta().addDeletes(file).commit();
    table.refresh();
    return file;
  }

  /** Writes an equality delete of these ids, not committed. */
  public static DeleteFile deleteFile(Table table, long... ids) {
    Schema keys = TestTables.keys(table, "id");
    return Writers.equalityDelete(
        table,
        keys,
        table.spec().isUnpartitioned() ? null : Writers.partition(table, rows(1).get(0)),
        Arrays.stream(ids).mapToObj(id -> TestTables.row(keys, id)).toList());
  }

  /** Commits rows together with the delete of their ids, as a sink does. */
  public static void upsert(Table table, long... ids) {
    table.refresh();
    table
        .newRowDelta()
        .addRows(TestTables.write(table, rows(ids)))
        .addDeletes(deleteFile(table, ids))
        .commit();
  }

  /** The ids that a reader sees, in order. */
  public static List<Long> ids(Table table) {
    return TestTables.rows(table).stream().map(row -> (Long) row.getField("id")).sorted().toList();
  }

  /** A view with these settings, in which everything is old. */
  public static TableView view(Table table, String... settings) {
    Map<String, String> values = new java.util.HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      values.put(settings[i], settings[i + 1]);
    }
    return new TableView(
        TableIdentifier.of("shop", "orders"),
        table,
        "main",
        Policy.DEFAULTS.with(values, "test"),
        Instant.parse("2100-01-01T00:00:00Z"));
  }

  /** Runs all that a kind of maintenance finds worth doing. */
  public static List<TaskResult> maintain(
      Maintenance maintenance, Table table, String... settings) {
    table.refresh();
    List<TaskResult> results = new ArrayList<>();
    for (Task task : maintenance.assess(view(table, settings)).tasks()) {
      results.add(task.run(new TestContext(SEEDS.incrementAndGet())));
    }
    table.refresh();
    return results;
  }
}
