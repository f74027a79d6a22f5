/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.rest.requests.UpdateTableRequest;

/** Changes several tables as one. Safe for use by many threads. */
public final class TransactionService {
  private final Commits<TableMetadata> commits;

  TransactionService(Commits<TableMetadata> commits) {
    this.commits = commits;
  }

  /**
   * Carries out all requests, or none; tables may also be created.
   *
   * @throws IllegalArgumentException if a request names no table, or two name the same
   */
  public void commit(List<UpdateTableRequest> requests) {
    Set<TableIdentifier> named = new HashSet<>();
    for (UpdateTableRequest request : requests) {
      if (request.identifier() == null) {
        throw new IllegalArgumentException("A change in a transaction names no table");
      }
      Names.check(request.identifier());
      if (!named.add(request.identifier())) {
        throw new IllegalArgumentException(
            "A transaction changes a table once, but names twice: " + request.identifier());
      }
    }
    commits.commitAll(requests);
  }
}
