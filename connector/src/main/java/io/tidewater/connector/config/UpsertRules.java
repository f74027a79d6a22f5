/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.Settings;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.schema.ConflictPolicy;

/** What must hold for tables that are upserted, whatever the options are set one by one. */
final class UpsertRules {
  private final Settings settings;
  private final ColumnOptions columns;
  private final ConflictPolicy onConflict;

  UpsertRules(Settings settings, ColumnOptions columns, ConflictPolicy onConflict) {
    this.settings = settings;
    this.columns = columns;
    this.onConflict = onConflict;
  }

  /** Reports what is wrong. */
  void check(TableOptions tables) {
    check(tables.defaults(), TableOptions.WRITE_MODE);
    tables
        .exceptions()
        .forEach(
            (table, exception) -> {
              // What all tables have is reported with them.
              if (!exception.equals(tables.defaults())) {
                check(exception, TableKey.WRITE_MODE.of(table));
              }
            });
  }

  private void check(TableSettings table, String key) {
    if (table.writeMode() != WriteMode.UPSERT) {
      return;
    }
    if (!table.partitionBy().isEmpty()) {
      settings.report(
          key,
          "upsert needs a table without partitions, since a delete by key must reach all of it;"
              + " leave partition-by empty, or choose append");
    }
    if (table.idColumns().isEmpty() && !columns.metadata().chosen().contains(MetadataColumn.KEY)) {
      settings.report(
          key,
          "upsert goes by the column _kafka_key, which tidewater.metadata-columns leaves out; add"
              + " it, or choose the columns of the key by id-columns");
    }
    if (!table.idColumns().isEmpty() && onConflict == ConflictPolicy.WIDEN_TO_STRING) {
      settings.report(
          key,
          "upsert by id columns does not go with tidewater.on-conflict=widen-to-string: rows of"
              + " before would no longer be found by their key; choose another policy");
    }
  }
}
