/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import io.tidewater.catalog.service.CatalogServices;
import io.tidewater.catalog.storage.WarehouseProperties;
import java.util.List;
import java.util.stream.Stream;

/** All operations of the protocol that this server has. */
public final class CatalogRoutes {
  private CatalogRoutes() {}

  /** Routes to the services; clients are told of the warehouse what its properties allow. */
  public static Router over(CatalogServices services, WarehouseProperties warehouse) {
    List<Route> routes =
        Stream.of(
                new NamespaceRoutes(services.namespaces()).routes(),
                new TableRoutes(
                        services.tables(),
                        services.tableCreation(),
                        new TableRepresentation(warehouse.tableConfig()))
                    .routes(),
                new TransactionRoutes(services.transactions()).routes(),
                new ViewRoutes(services.views(), services.viewCreation()).routes())
            .flatMap(stream -> stream)
            .toList();
    ConfigRoute config =
        new ConfigRoute(warehouse.clientDefaults(), routes.stream().map(Route::endpoint).toList());
    return new Router(Stream.concat(Stream.of(config.route()), routes.stream()).toList());
  }
}
