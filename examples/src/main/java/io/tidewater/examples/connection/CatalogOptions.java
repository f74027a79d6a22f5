/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.connection;

import io.tidewater.examples.table.CatalogSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name an Iceberg catalog, for any command to mix in. */
public final class CatalogOptions {
  @Option(
      names = {"-c", "--catalog-uri"},
      paramLabel = "URI",
      description = "The Iceberg REST catalog. Default: that of the running quickstart.")
  private @Nullable String uri;

  @Option(
      names = "--catalog-config",
      paramLabel = "FILE",
      description = "Iceberg catalog properties, for instance warehouse, token or s3.endpoint.")
  private @Nullable Path file;

  @Option(
      names = "--catalog-property",
      paramLabel = "KEY=VALUE",
      description = "One catalog property; can be repeated. For secrets, use --catalog-config.")
  private Map<String, String> properties = new HashMap<>();

  /**
   * The catalog that the options name, or that of the running quickstart.
   *
   * @throws NotConnectedException if there is neither
   */
  public CatalogSettings settings(Optional<Endpoints> running) {
    String address =
        Optional.ofNullable(uri)
            .or(() -> running.map(Endpoints::catalogUri))
            .orElseThrow(() -> NotConnectedException.without("--catalog-uri"));
    return new CatalogSettings(address, PropertyFile.merged(file, properties));
  }
}
