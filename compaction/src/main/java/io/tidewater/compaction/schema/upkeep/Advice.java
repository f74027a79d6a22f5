/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.upkeep;

import io.tidewater.compaction.schema.merge.MergeOptions;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.TableView;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.ledger.LedgerSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/** What a person should know of a table's schema, and can do. */
public final class Advice {
  private static final int NEWEST_FORMAT = 3;
  private static final Pattern VERSION = Pattern.compile("(.+)__v[0-9]+");

  private Advice() {}

  /** Reads no files, unless the policy asks for columns that are empty. */
  public static List<Finding> on(TableView view) {
    List<Finding> findings = new ArrayList<>();
    versions(view, findings);
    offsets(view, findings);
    format(view.table(), findings);
    if (view.policy().get(UpkeepOptions.REPORT_EMPTY_COLUMNS)) {
      EmptyColumns.of(view.table(), view.branch())
          .forEach(
              column ->
                  findings.add(
                      Finding.needsPerson(
                          column, "null in all rows; drop it if no writer will fill it")));
    }
    return findings;
  }

  private static void versions(TableView view, List<Finding> findings) {
    StructType columns = view.table().schema().asStruct();
    List<String> merged = view.policy().get(MergeOptions.COLUMNS);
    for (NestedField column : columns.fields()) {
      Matcher version = VERSION.matcher(column.name());
      if (version.matches()
          && columns.field(version.group(1)) != null
          && !merged.contains(version.group(1))) {
        NestedField beside = columns.field(version.group(1));
        findings.add(
            Finding.needsPerson(
                column.name(),
                "%s (%s) holds values that do not go into %s (%s). Query both with coalesce; or name %s in %s; or, once no writer fills it, drop it"
                    .formatted(
                        column.name(),
                        column.type(),
                        beside.name(),
                        beside.type(),
                        beside.name(),
                        MergeOptions.COLUMNS.name())));
      }
    }
  }

  private static void offsets(TableView view, List<Finding> findings) {
    StructType columns = view.table().schema().asStruct();
    Snapshot head = view.table().snapshot(view.branch());
    boolean fed = head != null && LedgerSummary.ledger(head).isPresent();
    boolean told =
        columns.field(MetadataColumn.PARTITION.columnName()) != null
            && columns.field(MetadataColumn.OFFSET.columnName()) != null;
    if (fed && !told) {
      findings.add(
          Finding.skipped(
              Finding.WHOLE_TABLE,
              "rows do not tell their offsets: without _kafka_partition and _kafka_offset a ledger"
                  + " that other writers have lost cannot be recovered"));
    }
  }

  private static void format(Table table, List<Finding> findings) {
    int version = TableUtil.formatVersion(table);
    if (version < NEWEST_FORMAT) {
      findings.add(
          Finding.skipped(
              Finding.WHOLE_TABLE,
              "format version %d: version %d has deletion vectors, row lineage and defaults; set format-version=%d once every engine that reads the table has it"
                  .formatted(version, NEWEST_FORMAT, NEWEST_FORMAT)));
    }
  }
}
