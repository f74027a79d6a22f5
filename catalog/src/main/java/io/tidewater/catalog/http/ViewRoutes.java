/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import io.tidewater.catalog.metadata.StoredMetadata;
import io.tidewater.catalog.service.TabularService;
import io.tidewater.catalog.service.ViewCreation;
import io.tidewater.catalog.store.Disposal;
import io.tidewater.catalog.store.Page;
import java.util.stream.Stream;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.rest.Endpoint;
import org.apache.iceberg.rest.requests.CreateViewRequest;
import org.apache.iceberg.rest.requests.RegisterViewRequest;
import org.apache.iceberg.rest.requests.RenameTableRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.rest.responses.ImmutableLoadViewResponse;
import org.apache.iceberg.rest.responses.ListTablesResponse;
import org.apache.iceberg.view.ViewMetadata;

/** The operations on views. */
record ViewRoutes(TabularService<ViewMetadata> views, ViewCreation creation) {
  Stream<Route> routes() {
    return Stream.of(
        new Route(Endpoint.V1_LIST_VIEWS, this::list),
        new Route(Endpoint.V1_CREATE_VIEW, this::create),
        new Route(Endpoint.V1_REGISTER_VIEW, this::register),
        new Route(Endpoint.V1_LOAD_VIEW, this::load),
        new Route(Endpoint.V1_VIEW_EXISTS, this::exists),
        new Route(Endpoint.V1_UPDATE_VIEW, this::replace),
        new Route(Endpoint.V1_DELETE_VIEW, this::drop),
        new Route(Endpoint.V1_RENAME_VIEW, this::rename));
  }

  private RestResponse list(RestRequest request) {
    Page<TableIdentifier> page = views.list(request.namespace(), Pagination.requested(request));
    return RestResponse.of(
        ListTablesResponse.builder()
            .addAll(page.items())
            .nextPageToken(Pagination.nextToken(page))
            .build());
  }

  private RestResponse create(RestRequest request) {
    return told(creation.create(request.namespace(), request.body(CreateViewRequest.class)));
  }

  private RestResponse register(RestRequest request) {
    RegisterViewRequest wanted = request.body(RegisterViewRequest.class);
    return told(
        views.register(
            TableIdentifier.of(request.namespace(), wanted.name()), wanted.metadataLocation()));
  }

  private RestResponse load(RestRequest request) {
    return told(views.load(views.find(request.view())));
  }

  private RestResponse exists(RestRequest request) {
    views.find(request.view());
    return RestResponse.NO_CONTENT;
  }

  private RestResponse replace(RestRequest request) {
    return told(views.commit(request.view(), request.body(UpdateTableRequest.class)));
  }

  private RestResponse drop(RestRequest request) {
    views.drop(request.view(), Disposal.KEEP_FILES);
    return RestResponse.NO_CONTENT;
  }

  private RestResponse rename(RestRequest request) {
    RenameTableRequest wanted = request.body(RenameTableRequest.class);
    views.rename(wanted.source(), wanted.destination());
    return RestResponse.NO_CONTENT;
  }

  private static RestResponse told(StoredMetadata<ViewMetadata> stored) {
    return RestResponse.of(
        ImmutableLoadViewResponse.builder()
            .metadata(stored.metadata())
            .metadataLocation(stored.location())
            .build());
  }
}
