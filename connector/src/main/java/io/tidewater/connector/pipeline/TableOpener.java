/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.Committer;
import io.tidewater.connector.commit.SourceGuard;
import io.tidewater.connector.config.SinkOptions;
import io.tidewater.connector.reject.Rejections;
import io.tidewater.connector.table.Tables;
import io.tidewater.connector.write.RowLayout;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.Table;
import org.apache.kafka.connect.sink.SinkRecord;

/** Opens tables for writing, creating those that are missing. */
public final class TableOpener {
  private final Tables tables;
  private final SinkOptions options;
  private final SourceGuard guard;
  private final Rejections rejections;
  private final Supplier<UUID> writerIds;
  private final Runnable pause;

  /**
   * @param writerIds unique ids, for the names of files
   * @param pause waits a little, at random, between conflicting commits
   */
  public TableOpener(
      Tables tables,
      SinkOptions options,
      SourceGuard guard,
      Rejections rejections,
      Supplier<UUID> writerIds,
      Runnable pause) {
    this.tables = tables;
    this.options = options;
    this.guard = guard;
    this.rejections = rejections;
    this.writerIds = writerIds;
    this.pause = pause;
  }

  /** Opens a table that exists. */
  OpenTable open(TableTarget target, Table table) {
    String branch = target.settings().branch();
    Committer committer = new Committer(table, branch, target.soleTopic(), guard, pause);
    return new OpenTable(this, target, table, committer);
  }

  /** Opens the table of a record, creating it for records of that kind if it is missing. */
  OpenTable open(TableTarget target, SinkRecord first) {
    return null;
  }

  Rejections rejections() {
    return rejections;
  }

  Map<String, String> writeProperties() {
    return options.tables().writeProperties();
  }
}
