/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import io.tidewater.testing.process.JavaCommand;
import io.tidewater.testing.process.ServerException;
import io.tidewater.testing.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tidewater's catalog as {@code bin/tidewater catalog} runs it, on a free port of loopback. */
public final class CatalogProcess implements AutoCloseable {
  private static final String MAIN = "io.tidewater.catalog.CatalogCommand";
  private static final Pattern ADDRESS = Pattern.compile("listening on (http://\\S+)");
  private static final Duration START = Duration.ofSeconds(60);

  private final ServerProcess process;
  private final String uri;

  private CatalogProcess(ServerProcess process, String uri) {
    this.process = process;
    this.uri = uri;
  }

  /**
   * Starts the catalog and waits until it serves.
   *
   * @param home Tidewater's folder, with the catalog built
   * @param folder where it keeps its database, its tables and its log
   * @param arguments further options of the catalog
   */
  public static CatalogProcess start(Path home, Path folder, String... arguments) {
    ServerProcess process =
        ServerProcess.start(
            JavaCommand.of("catalog", MAIN, classPath(home.resolve("catalog/target")), folder)
                .withJvmFlags(List.of("-Xmx384m", "-XX:+UseSerialGC"))
                .withArguments("--port", "0", "--data", folder.resolve("data").toString())
                .withArguments(arguments));
    try {
      process.awaitReady(() -> address(process.log()).isPresent(), START);
      return new CatalogProcess(process, address(process.log()).orElseThrow());
    } catch (IOException e) {
      process.kill();
      throw new ServerException("cannot read the catalog's log " + process.log(), e);
    } catch (RuntimeException e) {
      process.kill();
      throw e;
    }
  }

  public String uri() {
    return uri;
  }

  @Override
  public void close() {
    process.close();
  }

  private static Optional<String> address(Path log) throws IOException {
    Matcher found = ADDRESS.matcher(Files.readString(log));
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static List<Path> classPath(Path target) {
    try (Stream<Path> own = Files.list(target);
        Stream<Path> others = Files.list(target.resolve("lib"))) {
      return Stream.concat(own, others).filter(file -> file.toString().endsWith(".jar")).toList();
    } catch (IOException e) {
      throw new ServerException(
          "the catalog is not built in " + target + "; bin/tidewater catalog --help builds it", e);
    }
  }
}
