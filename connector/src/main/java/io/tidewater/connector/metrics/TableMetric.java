/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.metrics;

/** The metrics of one table, as one task sees it. {@code docs/metrics.md} is printed from here. */
public enum TableMetric {
  RECORDS("records-total", "count", "Records that became rows of data files since the task began."),
  REJECTED("records-rejected-total", "count", "Records that could not become rows."),
  DEAD_LETTERS(
      "dead-letters-committed-total",
      "count",
      "Records that could not become rows and were committed to the dead-letter table."),
  COMMITTED_ROWS("rows-committed-total", "count", "Rows that were committed to the table."),
  COMMITTED_BYTES("bytes-committed-total", "bytes", "Size of the data files that were committed."),
  COMMITTED_FILES("files-committed-total", "count", "Data files that were committed."),
  COMMITS("commits-total", "count", "Commits that landed."),
  COMMIT_LATENCY(
      "commit-latency-ms",
      "milliseconds",
      "Time from closing the files to the last landed commit."),
  COMMIT_LATENCY_MAX(
      "commit-latency-max-ms", "milliseconds", "The longest such time since the task began."),
  FENCED(
      "units-fenced-total",
      "count",
      "Units that were dropped and read again, because something else had moved the ledger."),
  FAILURES("failures-total", "count", "Failures of the table; each is tried again after a pause."),
  OFFSET_LAG(
      "offset-lag",
      "records",
      "Offsets between the ends of the task's partitions and what of them is queryable."),
  EVENT_TIME_LAG(
      "event-time-lag-ms",
      "milliseconds",
      "Age of the newest queryable row by its Kafka timestamp; 0 while the offset lag is 0."),
  STOPPED("stopped", "0 or 1", "1 while the table is stopped and an operator must decide."),
  SUSPENDED(
      "suspended",
      "0 or 1",
      "1 while the table is suspended for too many bad records and an operator must decide."),
  LAST_ERROR("last-error", "text", "What went wrong last; empty since the last landed commit.");

  private final String metricName;
  private final String unit;
  private final String description;

  TableMetric(String metricName, String unit, String description) {
    this.metricName = metricName;
    this.unit = unit;
    this.description = description;
  }

  public String metricName() {
    return metricName;
  }

  public String unit() {
    return unit;
  }

  public String description() {
    return description;
  }
}
