/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import io.tidewater.catalog.http.TableRepresentation.Snapshots;
import io.tidewater.catalog.metadata.StoredMetadata;
import io.tidewater.catalog.service.TableCreation;
import io.tidewater.catalog.service.TabularService;
import io.tidewater.catalog.store.Disposal;
import io.tidewater.catalog.store.Page;
import io.tidewater.catalog.store.TabularRecord;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.rest.Endpoint;
import org.apache.iceberg.rest.requests.CreateTableRequest;
import org.apache.iceberg.rest.requests.RegisterTableRequest;
import org.apache.iceberg.rest.requests.RenameTableRequest;
import org.apache.iceberg.rest.requests.ReportMetricsRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.rest.responses.ListTablesResponse;

/** The operations on tables. */
record TableRoutes(
    TabularService<TableMetadata> tables,
    TableCreation creation,
    TableRepresentation representation) {

  Stream<Route> routes() {
    return Stream.of(
        new Route(Endpoint.V1_LIST_TABLES, this::list),
        new Route(Endpoint.V1_CREATE_TABLE, this::create),
        new Route(Endpoint.V1_REGISTER_TABLE, this::register),
        new Route(Endpoint.V1_LOAD_TABLE, this::load),
        new Route(Endpoint.V1_TABLE_EXISTS, this::exists),
        new Route(Endpoint.V1_UPDATE_TABLE, this::commit),
        new Route(Endpoint.V1_DELETE_TABLE, this::drop),
        new Route(Endpoint.V1_RENAME_TABLE, this::rename),
        new Route(Endpoint.V1_REPORT_METRICS, this::reportMetrics));
  }

  private RestResponse list(RestRequest request) {
    Page<TableIdentifier> page = tables.list(request.namespace(), Pagination.requested(request));
    return RestResponse.of(
        ListTablesResponse.builder()
            .addAll(page.items())
            .nextPageToken(Pagination.nextToken(page))
            .build());
  }

  private RestResponse create(RestRequest request) {
    CreateTableRequest wanted = request.body(CreateTableRequest.class);
    return wanted.stageCreate()
        ? RestResponse.ok(representation.staged(creation.stage(request.namespace(), wanted)))
        : told(creation.create(request.namespace(), wanted), Snapshots.ALL);
  }

  private RestResponse register(RestRequest request) {
    RegisterTableRequest wanted = request.body(RegisterTableRequest.class);
    TableIdentifier identifier = TableIdentifier.of(request.namespace(), wanted.name());
    return told(
        wanted.overwrite()
            ? tables.registerOver(identifier, wanted.metadataLocation())
            : tables.register(identifier, wanted.metadataLocation()),
        Snapshots.ALL);
  }

  private RestResponse load(RestRequest request) {
    Snapshots snapshots =
        request.parameter("snapshots").map(TableRoutes::snapshots).orElse(Snapshots.ALL);
    TabularRecord found = tables.find(request.table());
    String etag = representation.etag(found.metadataLocation(), snapshots);
    if (EntityTags.match(request.header("If-None-Match"), etag)) {
      tables.checkPresent(found);
      return RestResponse.notModified(etag);
    }
    return told(tables.load(found), snapshots);
  }

  private RestResponse exists(RestRequest request) {
    tables.find(request.table());
    return RestResponse.NO_CONTENT;
  }

  private RestResponse commit(RestRequest request) {
    return told(
        tables.commit(request.table(), request.body(UpdateTableRequest.class)), Snapshots.ALL);
  }

  private RestResponse drop(RestRequest request) {
    boolean purge = request.parameter("purgeRequested").map(Boolean::parseBoolean).orElse(false);
    tables.drop(request.table(), purge ? Disposal.PURGE_FILES : Disposal.KEEP_FILES);
    return RestResponse.NO_CONTENT;
  }

  private RestResponse rename(RestRequest request) {
    RenameTableRequest wanted = request.body(RenameTableRequest.class);
    tables.rename(wanted.source(), wanted.destination());
    return RestResponse.NO_CONTENT;
  }

  /** Reports are taken, so that no client fails for them, and checked; nothing is kept yet. */
  private RestResponse reportMetrics(RestRequest request) {
    request.body(ReportMetricsRequest.class);
    return RestResponse.NO_CONTENT;
  }

  private RestResponse told(StoredMetadata<TableMetadata> stored, Snapshots snapshots) {
    return RestResponse.ok(representation.stored(stored, snapshots))
        .with("ETag", representation.etag(stored.location(), snapshots));
  }

  private static Snapshots snapshots(String text) {
    try {
      return Snapshots.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e, "snapshots is all or refs, but came as %s", text);
    }
  }
}
