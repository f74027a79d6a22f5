/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import io.tidewater.catalog.service.NamespaceService;
import io.tidewater.catalog.service.PropertiesChange;
import io.tidewater.catalog.store.NamespaceRecord;
import io.tidewater.catalog.store.Page;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.rest.Endpoint;
import org.apache.iceberg.rest.requests.CreateNamespaceRequest;
import org.apache.iceberg.rest.requests.UpdateNamespacePropertiesRequest;
import org.apache.iceberg.rest.responses.CreateNamespaceResponse;
import org.apache.iceberg.rest.responses.GetNamespaceResponse;
import org.apache.iceberg.rest.responses.ListNamespacesResponse;
import org.apache.iceberg.rest.responses.UpdateNamespacePropertiesResponse;

/** The operations on namespaces. */
record NamespaceRoutes(NamespaceService namespaces) {
  Stream<Route> routes() {
    return Stream.of(
        new Route(Endpoint.V1_LIST_NAMESPACES, this::list),
        new Route(Endpoint.V1_CREATE_NAMESPACE, this::create),
        new Route(Endpoint.V1_LOAD_NAMESPACE, this::load),
        new Route(Endpoint.V1_NAMESPACE_EXISTS, this::exists),
        new Route(Endpoint.V1_UPDATE_NAMESPACE, this::changeProperties),
        new Route(Endpoint.V1_DELETE_NAMESPACE, this::drop));
  }

  private RestResponse list(RestRequest request) {
    Namespace parent =
        request.parameter("parent").map(PathDecoding::parameter).orElseGet(Namespace::empty);
    Page<Namespace> page = namespaces.children(parent, Pagination.requested(request));
    return RestResponse.of(
        ListNamespacesResponse.builder()
            .addAll(page.items())
            .nextPageToken(Pagination.nextToken(page))
            .build());
  }

  private RestResponse create(RestRequest request) {
    CreateNamespaceRequest wanted = request.body(CreateNamespaceRequest.class);
    namespaces.create(wanted.namespace(), wanted.properties());
    return RestResponse.of(
        CreateNamespaceResponse.builder()
            .withNamespace(wanted.namespace())
            .setProperties(wanted.properties())
            .build());
  }

  private RestResponse load(RestRequest request) {
    NamespaceRecord found = namespaces.load(request.namespace());
    return RestResponse.of(
        GetNamespaceResponse.builder()
            .withNamespace(found.namespace())
            .setProperties(found.properties())
            .build());
  }

  private RestResponse exists(RestRequest request) {
    namespaces.load(request.namespace());
    return RestResponse.NO_CONTENT;
  }

  private RestResponse changeProperties(RestRequest request) {
    UpdateNamespacePropertiesRequest wanted = request.body(UpdateNamespacePropertiesRequest.class);
    PropertiesChange change =
        namespaces.changeProperties(
            request.namespace(), List.copyOf(wanted.removals()), wanted.updates());
    return RestResponse.of(
        UpdateNamespacePropertiesResponse.builder()
            .addUpdated(change.updated())
            .addRemoved(change.removed())
            .addMissing(change.missing())
            .build());
  }

  private RestResponse drop(RestRequest request) {
    namespaces.drop(request.namespace());
    return RestResponse.NO_CONTENT;
  }
}
