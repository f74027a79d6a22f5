/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.metrics;

import java.util.List;
import java.util.Locale;

/** The metrics that there are. */
public enum MetricDefinition {
  TASKS_TOTAL(Type.COUNTER, "Tasks that have ended.", "kind", "outcome"),
  TASK_SECONDS_TOTAL(Type.COUNTER, "Time that ended tasks took.", "kind"),
  READ_BYTES_TOTAL(Type.COUNTER, "Bytes of files that tasks read.", "kind"),
  WRITTEN_BYTES_TOTAL(Type.COUNTER, "Bytes of files that tasks wrote.", "kind"),
  FILES_REMOVED_TOTAL(Type.COUNTER, "Files taken out of tables, or deleted.", "kind"),
  FILES_ADDED_TOTAL(Type.COUNTER, "Files put into tables.", "kind"),
  CONFLICTS_TOTAL(
      Type.COUNTER, "Pieces of work that commits of others made void, planned anew.", "kind"),
  GAIN_BYTES_TOTAL(
      Type.COUNTER,
      "Bytes of work that finished tasks spare each full read of their tables, as estimated.",
      "kind"),
  THROTTLED_SECONDS_TOTAL(
      Type.COUNTER, "Time that tasks waited because the bytes per hour were used up."),
  TASKS_RUNNING(Type.GAUGE, "Tasks that run."),
  TASKS_WAITING(Type.GAUGE, "Tasks that are planned and wait."),
  TABLES(Type.GAUGE, "Tables that the catalog holds."),
  TABLES_OWNED(Type.GAUGE, "Tables that this process looks after, by its leases."),
  MEMBERS(Type.GAUGE, "Processes that share the tables, this one included."),
  LOOKS_TOTAL(
      Type.COUNTER,
      "Looks at tables: unchanged (one conditional request), loaded, gone or failed.",
      "result"),
  LAST_SUCCESS_SECONDS(
      Type.GAUGE,
      "When a task of the kind ended well last, in seconds since 1970; its age is"
          + " time() minus this.",
      "kind"),
  TABLE_FILES(Type.GAUGE, "Data files of the maintained branch.", "table"),
  TABLE_BYTES(Type.GAUGE, "Bytes of data files of the maintained branch.", "table"),
  TABLE_DELETE_FILES(
      Type.GAUGE, "Delete files and deletion vectors of the maintained branch.", "table"),
  TABLE_EQUALITY_DELETES(
      Type.GAUGE, "Rows of equality deletes that wait for their conversion.", "table"),
  TABLE_SMALL_FILES(
      Type.GAUGE, "Files that planned rewrites will take out: what is small or dirty.", "table"),
  TABLE_OLDEST_SNAPSHOT_SECONDS(Type.GAUGE, "Age of the oldest snapshot.", "table"),
  TABLE_INGESTED_BYTES_TOTAL(
      Type.COUNTER, "Bytes that writers added, since the service began.", "table"),
  TABLE_MAINTAINED_BYTES_TOTAL(
      Type.COUNTER, "Bytes that maintenance wrote, since the service began.", "table"),
  TABLE_WRITE_AMPLIFICATION(
      Type.GAUGE,
      "Bytes that maintenance wrote for each byte that writers added, since the service began.",
      "table");

  private static final String PREFIX = "tidewater_compaction_";

  private final Type type;
  private final String description;
  private final List<String> labels;

  MetricDefinition(Type type, String description, String... labels) {
    this.type = type;
    this.description = description;
    this.labels = List.of(labels);
  }

  /** How a metric behaves. */
  public enum Type {
    /** Only grows, while the process lives. */
    COUNTER,
    /** Goes up and down. */
    GAUGE
  }

  /** The name under which Prometheus finds it. */
  public String metricName() {
    return PREFIX + name().toLowerCase(Locale.ROOT);
  }

  public Type type() {
    return type;
  }

  public String description() {
    return description;
  }

  public List<String> labels() {
    return labels;
  }
}
