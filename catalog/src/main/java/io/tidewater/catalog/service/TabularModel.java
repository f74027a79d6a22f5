/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.store.TabularKind;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.rest.requests.UpdateTableRequest;

/** What the commit path needs to know of a kind of tabular. Pure: reads and writes nothing. */
interface TabularModel<M> {
  TabularKind kind();

  /** Whether a request creates what it names, rather than changing it. */
  boolean creates(UpdateTableRequest request);

  /**
   * What a request that creates makes of nothing.
   *
   * @throws org.apache.iceberg.exceptions.CommitFailedException if a requirement is not met
   */
  M created(UpdateTableRequest request);

  /**
   * What a request makes of the current metadata; the same if it changes nothing.
   *
   * @throws org.apache.iceberg.exceptions.CommitFailedException if a requirement is not met
   */
  M changed(M base, UpdateTableRequest request);

  /** What to tell a client that asked for a name that is not there. */
  RuntimeException missing(TableIdentifier identifier);
}
