/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the engines to the tests: started for the first of all classes, stopped after the last. */
public final class SharedEngines implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Engines.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedEngines.class))
        .getOrComputeIfAbsent(Engines.class, type -> start(), Engines.class);
  }

  private static Engines start() {
    try {
      return Engines.start(
          Files.createTempDirectory(Path.of("target").toAbsolutePath(), "engines"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
