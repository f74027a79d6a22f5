/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

import io.tidewater.compaction.deletes.convert.ConvertDeletes;
import io.tidewater.compaction.expiry.Expiry;
import io.tidewater.compaction.orphans.DeleteOrphanFiles;
import io.tidewater.compaction.orphans.Neighbours.Known;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Every kind of maintenance that leaves the rows as they are, set to do as much as it can. */
final class Chores {
  private static final Path SCRATCH = Path.of(System.getProperty("java.io.tmpdir"));

  static final List<Chore> ALL =
      List.of(
          new Chore("convert deletes", new ConvertDeletes(attempts -> {}), Map.of(), 2),
          new Chore(
              "expire",
              new Expiry(attempts -> {}, duration -> {}),
              Map.of(
                  "expire.max-snapshot-age", "1h",
                  "expire.trigger", "1",
                  "expire.batch", "3"),
              2),
          new Chore(
              "delete orphans",
              new DeleteOrphanFiles(
                  () -> new Known(List.of(), List.of()), SCRATCH, duration -> {}),
              Map.of("orphans.min-age", "1h", "orphans.grace", "1h", "orphans.interval", "0s"),
              2));

  private Chores() {}
}
