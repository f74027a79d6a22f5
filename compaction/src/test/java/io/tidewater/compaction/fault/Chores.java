/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.deletes.convert.ConvertDeletes;
import io.tidewater.compaction.deletes.repack.RepackDeletes;
import io.tidewater.compaction.expiry.Expiry;
import io.tidewater.compaction.manifests.ManifestMaintenance;
import io.tidewater.compaction.observe.Observations;
import io.tidewater.compaction.orphans.DeleteOrphanFiles;
import io.tidewater.compaction.orphans.Neighbours.Known;
import io.tidewater.compaction.parquet.ColumnarOptions;
import io.tidewater.compaction.parquet.ColumnarRewriter;
import io.tidewater.compaction.rewrite.LocalEngine;
import io.tidewater.compaction.rewrite.Rewriting;
import io.tidewater.compaction.rewrite.maintain.RewriteMaintenance;
import io.tidewater.compaction.rewrite.row.RowRewriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every kind of maintenance that leaves the rows as they are, set to do as much as it can. */
final class Chores {
  private static final Path SCRATCH = Path.of(System.getProperty("java.io.tmpdir"));
  private static final Map<String, String> REWRITE_ALL =
      Map.of(
          "rewrite.min-input-files", "2",
          "rewrite.min-gain", "0",
          "rewrite.max-group-files", "5");
  private static final Patience AT_ONCE = attempts -> {};

  private static final Rewriting COLUMNAR =
      (table, group, workplace) ->
          Optional.of(new ColumnarRewriter(table, ColumnarOptions.DEFAULT, workplace))
              .filter(rewriter -> rewriter.objection(group).isEmpty())
              .map(rewriter -> rewriter);

  static final List<Chore> ALL =
      List.of(
          new Chore("convert deletes", new ConvertDeletes(AT_ONCE), Map.of(), 2),
          new Chore(
              "repack deletes", new RepackDeletes(AT_ONCE), Map.of("repack-deletes.files", "2"), 2),
          new Chore("rewrite rows", rewrite(RowRewriter.EVERY_GROUP), REWRITE_ALL, 1),
          new Chore("rewrite columns", rewrite(COLUMNAR, RowRewriter.EVERY_GROUP), REWRITE_ALL, 1),
          new Chore(
              "manifests",
              new ManifestMaintenance(AT_ONCE),
              Map.of(
                  "manifests.min-input", "2",
                  "manifests.min-gain", "0",
                  "manifests.min-age", "1m"),
              1),
          new Chore(
              "expire",
              new Expiry(AT_ONCE, duration -> {}),
              Map.of(
                  "expire.max-snapshot-age", "1h",
                  "expire.trigger", "1",
                  "expire.batch", "3"),
              2),
          new Chore(
              "delete orphans",
              new DeleteOrphanFiles(() -> new Known(List.of(), List.of()), SCRATCH, duration -> {}),
              Map.of("orphans.min-age", "1h", "orphans.grace", "1h", "orphans.interval", "0s"),
              2));

  private Chores() {}

  private static RewriteMaintenance rewrite(Rewriting... rewritings) {
    return new RewriteMaintenance(
        new Observations(100), new LocalEngine(List.of(rewritings), SCRATCH), AT_ONCE);
  }
}
