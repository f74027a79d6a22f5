/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import io.tidewater.catalog.service.TransactionService;
import java.util.stream.Stream;
import org.apache.iceberg.rest.Endpoint;
import org.apache.iceberg.rest.requests.CommitTransactionRequest;

/** The operation on several tables at once. */
record TransactionRoutes(TransactionService transactions) {
  Stream<Route> routes() {
    return Stream.of(new Route(Endpoint.V1_COMMIT_TRANSACTION, this::commit));
  }

  private RestResponse commit(RestRequest request) {
    transactions.commit(request.body(CommitTransactionRequest.class).tableChanges());
    return RestResponse.NO_CONTENT;
  }
}
