/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.store.CatalogStore;
import io.tidewater.catalog.store.PointerChange;
import io.tidewater.catalog.store.StoreOutcomeUnknownException;
import io.tidewater.catalog.store.StoreUnavailableException;
import java.util.List;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;

/** Moves metadata pointers, and looks where they are when the store cannot tell. */
final class Pointers {
  private final CatalogStore store;

  Pointers(CatalogStore store) {
    this.store = store;
  }

  /**
   * Moves all of them, or none.
   *
   * @return false if a base is no longer current
   * @throws CommitStateUnknownException if it may or may not have happened; whatever else is
   *     thrown, it has not
   */
  boolean move(List<PointerChange> changes) {
    try {
      store.commit(changes);
      return true;
    } catch (CommitFailedException e) {
      return false;
    } catch (StoreUnavailableException e) {
      // For a commit, any 5xx would say that nobody knows. It is known: nothing happened.
      throw isCreation(changes) ? e : new CommitFailedException(e, "%s", e.getMessage());
    } catch (StoreOutcomeUnknownException e) {
      if (moved(changes, e)) {
        return true;
      }
      throw new CommitStateUnknownException(e);
    }
  }

  private static boolean isCreation(List<PointerChange> changes) {
    return changes.stream().allMatch(change -> change.base().isEmpty());
  }

  /**
   * Seeing a new location proves the commit; not seeing it proves nothing: it may be on its way.
   */
  private boolean moved(List<PointerChange> changes, StoreOutcomeUnknownException unknown) {
    try {
      return changes.stream().allMatch(this::isCurrent);
    } catch (RuntimeException e) {
      unknown.addSuppressed(e);
      return false;
    }
  }

  private boolean isCurrent(PointerChange change) {
    return store
        .tabular(change.kind(), change.identifier())
        .filter(current -> current.metadataLocation().equals(change.metadataLocation()))
        .isPresent();
  }
}
