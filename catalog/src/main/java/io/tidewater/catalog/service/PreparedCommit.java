/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.metadata.StoredMetadata;
import io.tidewater.catalog.store.PointerChange;
import io.tidewater.catalog.store.TabularRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A commit whose new metadata is written, if there is anything new, and whose pointer is still to
 * be moved.
 *
 * @param base what it was built on; null for a creation
 * @param result what is current once it succeeds
 * @param change the move of the pointer; empty if the request changes nothing
 */
record PreparedCommit<M>(
    @Nullable StoredMetadata<M> base, StoredMetadata<M> result, Optional<PointerChange> change) {

  static <M> PreparedCommit<M> nothingToDo(StoredMetadata<M> current) {
    return new PreparedCommit<>(current, current, Optional.empty());
  }

  static <M> PreparedCommit<M> successor(
      TabularRecord tabular, StoredMetadata<M> base, StoredMetadata<M> next) {
    return new PreparedCommit<>(
        base, next, Optional.of(PointerChange.swap(tabular, next.location())));
  }

  static <M> PreparedCommit<M> creation(PointerChange change, StoredMetadata<M> first) {
    return new PreparedCommit<>(null, first, Optional.of(change));
  }
}
