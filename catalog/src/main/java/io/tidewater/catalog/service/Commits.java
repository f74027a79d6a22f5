/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.metadata.StoredMetadata;
import io.tidewater.catalog.store.PointerChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.rest.requests.UpdateTableRequest;

/**
 * Commits to tables, or to views: prepares, moves the pointers, and begins again if another commit
 * was faster. Safe for use by many threads.
 */
final class Commits<M> {
  /** Only other servers, renames and transactions overtake: see {@link CommitQueue}. */
  private static final int ATTEMPTS = 10;

  private final CommitPreparation<M> preparation;
  private final Pointers pointers;
  private final CommitQueue queue;
  private final Consumer<PreparedCommit<M>> landed;

  /**
   * @param landed is told of every commit that happened
   */
  Commits(
      CommitPreparation<M> preparation,
      Pointers pointers,
      CommitQueue queue,
      Consumer<PreparedCommit<M>> landed) {
    this.preparation = preparation;
    this.pointers = pointers;
    this.queue = queue;
    this.landed = landed;
  }

  /** Creates a table or view with finished metadata. */
  StoredMetadata<M> create(TableIdentifier identifier, M metadata) {
    return land(() -> List.of(preparation.creation(identifier, metadata))).get(0);
  }

  /** Carries out one request; what it leads to is returned. */
  StoredMetadata<M> commit(TableIdentifier identifier, UpdateTableRequest request) {
    return queue.inTurn(
        identifier, () -> land(() -> List.of(preparation.update(identifier, request))).get(0));
  }

  /** Carries out all requests, or none. Each names its table, and none of them twice. */
  void commitAll(List<UpdateTableRequest> requests) {
    land(() -> prepareAll(requests));
  }

  private List<StoredMetadata<M>> land(Supplier<List<PreparedCommit<M>>> prepare) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<PreparedCommit<M>> prepared = prepare.get();
      if (move(prepared)) {
        prepared.forEach(landed);
        return prepared.stream().map(PreparedCommit::result).toList();
      }
    }
    throw new CommitFailedException(
        "Others were faster %s times in a row; nothing was changed", ATTEMPTS);
  }

  private List<PreparedCommit<M>> prepareAll(List<UpdateTableRequest> requests) {
    List<PreparedCommit<M>> prepared = new ArrayList<>();
    try {
      for (UpdateTableRequest request : requests) {
        prepared.add(preparation.update(request.identifier(), request));
      }
      return prepared;
    } catch (RuntimeException e) {
      prepared.forEach(preparation::discard);
      throw e;
    }
  }

  private boolean move(List<PreparedCommit<M>> prepared) {
    List<PointerChange> changes =
        prepared.stream().flatMap(commit -> commit.change().stream()).toList();
    if (changes.isEmpty()) {
      return true;
    }
    try {
      if (pointers.move(changes)) {
        return true;
      }
    } catch (CommitStateUnknownException e) {
      // What was written may be current by now.
      throw e;
    } catch (RuntimeException e) {
      prepared.forEach(preparation::discard);
      throw e;
    }
    prepared.forEach(preparation::discard);
    return false;
  }
}
