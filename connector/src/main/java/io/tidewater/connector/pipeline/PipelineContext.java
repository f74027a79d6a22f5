/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.source.SourceCluster;
import io.tidewater.connector.source.SourceReading;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What all pipelines of a task share.
 *
 * @param starter decides where partitions start
 * @param opener opens tables for writing
 * @param cluster where the records come from
 * @param reading where records are read
 * @param executor carries out starts and commits
 * @param badRecords where records go that cannot become rows
 * @param time the clock and the ids
 */
public record PipelineContext(
    TableStarter starter,
    TableOpener opener,
    SourceCluster cluster,
    SourceReading reading,
    Executor executor,
    BadRecordPolicy badRecords,
    Time time) {

  long now() {
    return time.clock().getAsLong();
  }

  String newCommitId() {
    return time.ids().get().toString();
  }

  /**
   * @param clock milliseconds of a clock that never goes back
   * @param ids unique ids
   */
  public record Time(LongSupplier clock, Supplier<UUID> ids) {}
}
