/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands servers with tables on local files to the tests: started for the first of all classes and
 * stopped after the last. Each class leaves them without connectors.
 */
final class SharedSinkServers implements ParameterResolver, AfterAllCallback {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SinkServers.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return servers(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    servers(context).deleteConnectors();
  }

  private static SinkServers servers(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedSinkServers.class))
        .getOrComputeIfAbsent(
            SinkServers.class, type -> SinkServers.start(temporaryFolder()), SinkServers.class);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "sink-servers");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
