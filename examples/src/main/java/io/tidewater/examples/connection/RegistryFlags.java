/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.connection;

import io.tidewater.format.registry.http.RegistryOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a schema registry, for any command to mix in. */
public final class RegistryFlags {
  @Option(
      names = {"-r", "--registry"},
      paramLabel = "URL",
      description =
          "The schema registry; can be repeated for servers of the same one. Not with a password in"
              + " it: use --registry-config.")
  private List<String> urls = new ArrayList<>();

  @Option(
      names = "--registry-config",
      paramLabel = "FILE",
      description =
          "Properties of the registry, for instance url, basic.auth.user.info or"
              + " ssl.truststore.location: the sink's tidewater.registry.* without that prefix.")
  private @Nullable Path file;

  @Option(
      names = "--registry-property",
      paramLabel = "KEY=VALUE",
      description = "One such property; can be repeated. For secrets, use --registry-config.")
  private Map<String, String> properties = new HashMap<>();

  /**
   * The registry that the options name.
   *
   * @throws NotConnectedException if they name none, or one that cannot be
   */
  public RegistryOptions options() {
    Map<String, String> merged = PropertyFile.merged(file, properties);
    if (!urls.isEmpty()) {
      merged.put("url", String.join(",", urls));
    }
    if (!merged.containsKey("url")) {
      throw new NotConnectedException("no schema registry is named: give --registry", null);
    }
    try {
      return RegistryOptions.of(merged);
    } catch (IllegalArgumentException e) {
      throw new NotConnectedException("the schema registry's options: " + e.getMessage(), e);
    }
  }
}
