/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.verify;

import io.tidewater.examples.offsets.Findings;
import io.tidewater.examples.offsets.PartitionReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** A verification in words: a table of partitions, what is wrong, and the summary as last line. */
public final class VerificationReport {
  private static final List<Column> ALWAYS =
      List.of(
          new Column("records", PartitionReport::records),
          new Column("rows", PartitionReport::rows),
          new Column("missing", report -> report.missing().count()),
          new Column("duplicates", report -> report.duplicates().count()));

  private static final List<Column> WHERE_ANY =
      List.of(
          new Column("dead-letters", PartitionReport::deadLetters),
          new Column("expired", report -> report.origins().expired()),
          new Column("compacted", report -> report.origins().compacted()),
          new Column("later", report -> report.origins().later()),
          new Column("unknown", report -> report.origins().unknown()));

  private final Verification verification;
  private final List<PartitionReport> partitions;

  public VerificationReport(Verification verification) {
    this.verification = verification;
    this.partitions = verification.comparison().partitions();
  }

  /** The report, line by line. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("topic %s, table %s".formatted(verification.topic(), verification.table()));
    lines.addAll(figures());
    for (PartitionReport report : partitions) {
      int partition = report.partition();
      addFault(
          lines, "partition %d misses %,d records, at offsets %s", partition, report.missing());
      addFault(
          lines,
          "partition %d has %,d rows too many, at offsets %s",
          partition,
          report.duplicates());
    }
    if (verification.unplaced() > 0) {
      lines.add("%,d rows do not say where they came from".formatted(verification.unplaced()));
    }
    lines.add(verification.summary());
    return lines;
  }

  private List<String> figures() {
    List<Column> columns = new ArrayList<>(ALWAYS);
    WHERE_ANY.stream().filter(column -> column.sum(partitions) > 0).forEach(columns::add);
    List<String> lines = new ArrayList<>();
    StringBuilder header = new StringBuilder("partition");
    columns.forEach(column -> header.append(column.title()));
    lines.add(header.toString());
    for (PartitionReport report : partitions) {
      lines.add(line(Integer.toString(report.partition()), columns, List.of(report)));
    }
    if (partitions.size() > 1) {
      lines.add(line("all", columns, partitions));
    }
    return lines;
  }

  private static String line(String name, List<Column> columns, List<PartitionReport> reports) {
    StringBuilder line = new StringBuilder("%9s".formatted(name));
    columns.forEach(column -> line.append(column.cell(column.sum(reports))));
    return line.toString();
  }

  private static void addFault(
      List<String> lines, String sentence, int partition, Findings findings) {
    if (!findings.isEmpty()) {
      lines.add(sentence.formatted(partition, findings.count(), findings));
    }
  }

  private record Column(String name, ToLongFunction<PartitionReport> figure) {
    private static final int WIDTH = 15;

    String title() {
      return String.format("%" + WIDTH + "s", name);
    }

    String cell(long value) {
      return String.format(Locale.ROOT, "%," + WIDTH + "d", value);
    }

    long sum(List<PartitionReport> reports) {
      return reports.stream().mapToLong(figure).sum();
    }
  }
}
