/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the servers to the tests: started for the first of all classes, stopped after the last. */
final class SharedFormatServers implements ParameterResolver, AfterAllCallback {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == FormatServers.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return servers(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    servers(context).sink().deleteConnectors();
  }

  private static FormatServers servers(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedFormatServers.class))
        .getOrComputeIfAbsent(FormatServers.class, type -> start(), FormatServers.class);
  }

  private static FormatServers start() {
    try {
      return FormatServers.start(
          Files.createTempDirectory(Path.of("target").toAbsolutePath(), "formats"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
