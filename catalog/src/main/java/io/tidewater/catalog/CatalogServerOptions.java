/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import io.tidewater.catalog.storage.WarehouseProperties;
import java.nio.file.Path;

/**
 * What a catalog server is started with.
 *
 * @param host the address to listen on; there is no authentication, so keep it on loopback
 * @param port the port to listen on; 0 takes a free one
 * @param data the directory of the catalog's database, created if it is missing
 * @param warehouse where tables go that are created without a location: a {@code file:} or {@code
 *     s3:} location
 * @param properties settings of the file access
 */
public record CatalogServerOptions(
    String host, int port, Path data, String warehouse, WarehouseProperties properties) {

  /** On loopback, on a free port, with a warehouse inside the data directory. */
  public static CatalogServerOptions in(Path data) {
    Path absolute = data.toAbsolutePath().normalize();
    return new CatalogServerOptions(
        "127.0.0.1", 0, absolute, "file://" + absolute + "/warehouse", WarehouseProperties.NONE);
  }

  public CatalogServerOptions withHost(String newHost) {
    return new CatalogServerOptions(newHost, port, data, warehouse, properties);
  }

  public CatalogServerOptions withPort(int newPort) {
    return new CatalogServerOptions(host, newPort, data, warehouse, properties);
  }

  public CatalogServerOptions withWarehouse(String newWarehouse) {
    return new CatalogServerOptions(host, port, data, newWarehouse, properties);
  }

  public CatalogServerOptions withProperties(WarehouseProperties newProperties) {
    return new CatalogServerOptions(host, port, data, warehouse, newProperties);
  }
}
