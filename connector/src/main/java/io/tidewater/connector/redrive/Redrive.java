/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.redrive;

import io.tidewater.connector.config.SinkOptions;
import io.tidewater.connector.pipeline.TableOpener;
import io.tidewater.connector.pipeline.TableTarget;
import io.tidewater.connector.redrive.RedriveRequest.Mode;
import io.tidewater.connector.table.Tables;
import io.tidewater.format.schema.NameMatching;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/**
 * Puts dead letters back into their table, each once, whatever else is going on and wherever it is
 * killed. For one thread.
 */
public final class Redrive {
  private static final int BATCH_LETTERS = 10_000;
  private static final long BATCH_BYTES = 64L << 20;

  private final SinkOptions options;
  private final Tables tables;
  private final TableOpener opener;
  private final Supplier<UUID> ids;

  /**
   * @param options of the sink that the dead letters are from
   * @param opener by those options; where it may not evolve tables, missing columns make letters
   *     bad
   * @param ids unique ids, for commits and the names of files
   */
  public Redrive(SinkOptions options, Tables tables, TableOpener opener, Supplier<UUID> ids) {
    this.options = options;
    this.tables = tables;
    this.opener = opener;
    this.ids = ids;
  }

  /**
   * Does what is asked for.
   *
   * @param progress told from time to time how many dead letters have been looked at
   * @throws RedriveFailedException it cannot go on, and what to do; what was done stays done
   */
  public RedriveResult run(RedriveRequest request, LongConsumer progress) {
    TableIdentifier identifier = options.deadLetters().tableOf(request.table());
    Table letters = tables.load(identifier).orElse(null);
    if (letters == null) {
      return RedriveResult.NONE;
    }
    String branch = options.tables().of(request.table()).branch();
    Snapshot head =
        letters.refs().containsKey(branch) ? letters.snapshot(branch) : letters.currentSnapshot();
    if (head == null) {
      return RedriveResult.NONE;
    }
    LetterRemoval removal = new LetterRemoval(tables.load(identifier).orElse(letters), branch, ids);
    RedriveResult result = RedriveResult.NONE;
    List<StoredLetter> batch = new ArrayList<>();
    long bytes = 0;
    try (CloseableIterable<Record> rows =
        IcebergGenerics.read(letters)
            .useSnapshot(head.snapshotId())
            .where(request.selection().filter())
            .build()) {
      for (Record row : rows) {
        if (result.all() + batch.size() == request.limit()) {
          break;
        }
        StoredLetter letter = StoredLetter.of(row.copy());
        batch.add(letter);
        bytes += letter.bytes();
        if (batch.size() == BATCH_LETTERS || bytes >= BATCH_BYTES) {
          result = result.plus(redrive(batch, request, removal));
          progress.accept(result.all());
          batch.clear();
          bytes = 0;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + identifier, e);
    }
    result = result.plus(redrive(batch, request, removal));
    progress.accept(result.all());
    return result;
  }

  private RedriveResult redrive(
      List<StoredLetter> batch, RedriveRequest request, LetterRemoval removal) {
    if (batch.isEmpty()) {
      return RedriveResult.NONE;
    }
    BatchRedrive.Outcome outcome =
        new BatchRedrive(
                target(request.table(), batch.get(0).source().topic()),
                tables,
                opener,
                nameMatching(),
                ids.get().toString())
            .run(batch, request.mode());
    if (request.mode() == Mode.APPLY) {
      removal.remove(outcome.settled());
    }
    return outcome.result();
  }

  private TableTarget target(TableIdentifier table, String topic) {
    boolean shared = options.routing().router().isShared(table);
    return new TableTarget(
        table, options.tables().of(table), shared ? Optional.empty() : Optional.of(topic));
  }

  private NameMatching nameMatching() {
    return options.tables().evolve().naming().matching();
  }
}
