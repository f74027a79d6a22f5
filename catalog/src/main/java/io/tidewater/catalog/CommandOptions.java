/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import io.tidewater.catalog.storage.CredentialVending;
import io.tidewater.catalog.storage.WarehouseProperties;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the command line. */
final class CommandOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8181",
      description = "Port to listen on; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Address to listen on. Default: ${DEFAULT-VALUE}.")
  private String host = "127.0.0.1";

  @Option(
      names = "--allow-remote",
      description =
          "Permits a --host that is not loopback. Whoever reaches it can read and change"
              + " everything.")
  private boolean allowRemote;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Directory of the catalog's database, created if it is missing.")
  private Path data = Path.of("");

  @Option(
      names = "--warehouse",
      paramLabel = "URI",
      description = "Where tables are stored: file:, s3: or s3a:. Default: DIR/warehouse.")
  private @Nullable String warehouse;

  @Option(
      names = "--property",
      paramLabel = "KEY=VALUE",
      converter = Property.Converter.class,
      description =
          "Setting of the server's file access, such as s3.endpoint, s3.path-style-access,"
              + " client.region. In a value, $${env:NAME} stands for that environment variable;"
              + " give secrets so, or in the configuration file. Repeatable.")
  private final List<Property> properties = new ArrayList<>();

  @Option(
      names = "--client-property",
      paramLabel = "KEY=VALUE",
      converter = Property.Converter.class,
      description =
          "Setting that clients are told, where theirs differs from the server's. Repeatable.")
  private final List<Property> clientProperties = new ArrayList<>();

  @Option(
      names = "--vend-static-credentials",
      description =
          "Tells whoever loads a table the server's own s3.access-key-id and s3.secret-access-key."
              + " For tests and trials.")
  private boolean vendStaticCredentials;

  // Here for the help and the parser: what the file holds is on the command line by now.
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = ConfigurationFile.OPTION,
      paramLabel = "FILE",
      description = "File with any of these options; those on the command line win.")
  private @Nullable Path configuration;

  /**
   * What they mean for the server.
   *
   * @throws IllegalArgumentException if they do not fit together; secrets are not repeated
   */
  CatalogServerOptions serverOptions(EnvironmentReferences environment) {
    requireLoopback();
    CatalogServerOptions server =
        CatalogServerOptions.in(data)
            .withHost(host)
            .withPort(port)
            .withProperties(
                new WarehouseProperties(
                    resolved(properties, environment),
                    resolved(clientProperties, environment),
                    vendStaticCredentials ? CredentialVending.STATIC : CredentialVending.NONE));
    return warehouse == null ? server : server.withWarehouse(warehouse);
  }

  private void requireLoopback() {
    if (allowRemote) {
      return;
    }
    try {
      if (InetAddress.getByName(host).isLoopbackAddress()) {
        return;
      }
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("--host %s is no known address".formatted(host), e);
    }
    throw new IllegalArgumentException(
        "--host %s is not loopback, and the catalog has no authentication yet: whoever reaches it"
                .formatted(host)
            + " could read and change everything. If that is wanted, say --allow-remote");
  }

  private static Map<String, String> resolved(
      List<Property> properties, EnvironmentReferences environment) {
    Map<String, String> resolved = new HashMap<>();
    properties.forEach(property -> resolved.put(property.key(), environment.resolve(property)));
    return resolved;
  }
}
