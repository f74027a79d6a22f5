/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.engines;

import io.tidewater.testing.jars.ProjectHome;
import io.tidewater.testing.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** {@code bin/tidewater catalog} as a user starts it from a shell. */
public final class CatalogAlone implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final Process process;
  private final URI uri;

  private CatalogAlone(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  public static CatalogAlone start(Path folder) throws IOException {
    int port = Ports.free();
    Path home = ProjectHome.find();
    Path log = folder.resolve("catalog-alone.log");
    ProcessBuilder command =
        new ProcessBuilder(
                home.resolve("bin/tidewater").toString(),
                "catalog",
                "--port",
                Integer.toString(port),
                "--data",
                folder.resolve("alone").toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // What is tested here was built by the build that runs the test.
    command.environment().put("TIDEWATER_BUILD", "never");
    Process process = command.start();
    CatalogAlone started = new CatalogAlone(process, URI.create("http://127.0.0.1:" + port));
    try {
      Awaitility.await(log.toString())
          .atMost(START)
          .failFast("it ended", () -> !process.isAlive())
          .until(() -> Files.readString(log).contains("listening on " + started.uri));
      return started;
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
