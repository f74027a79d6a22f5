/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.trino;

import io.tidewater.testing.http.JsonClient;
import io.tidewater.testing.jars.ServerJars;
import io.tidewater.testing.jars.Stack;
import io.tidewater.testing.process.JavaCommand;
import io.tidewater.testing.process.JavaHomes;
import io.tidewater.testing.process.ServerException;
import io.tidewater.testing.process.ServerProcess;
import io.tidewater.testing.query.QueryException;
import io.tidewater.testing.query.QueryResult;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Trino server that is its own only worker, as a process on loopback. Thread-safe. */
public final class TrinoServer implements AutoCloseable {
  private static final int JAVA = 25;
  private static final Duration START = Duration.ofMinutes(4);
  private static final Duration PROBE = Duration.ofSeconds(5);
  private static final Duration STOP = Duration.ofSeconds(5);

  private final URI uri;
  private final ServerProcess process;
  private final TrinoQueries queries;

  private TrinoServer(URI uri, ServerProcess process) {
    this.uri = uri;
    this.process = process;
    this.queries = new TrinoQueries(uri);
  }

  /**
   * Starts a server and waits until it takes queries.
   *
   * @throws ServerException if there is no JDK 25 or later, or with the end of the server's log
   */
  public static TrinoServer start(TrinoSettings settings) {
    Path javaHome = JavaHomes.ofThisMachine().atLeast(JAVA);
    TrinoInstallation installation = new TrinoInstallation(settings);
    installation.write();
    ServerProcess process =
        ServerProcess.start(
            JavaCommand.of(
                    "trino",
                    TrinoMain.class.getName(),
                    ServerJars.of(Stack.TRINO),
                    settings.directory())
                .withJavaHome(javaHome)
                .withJvmFlags(jvmFlags(settings.heapMegabytes()))
                .withJvmFlags(serverFlags(installation))
                .withEnvironment(Map.of("AWS_EC2_METADATA_DISABLED", "true"))
                .withArguments("testing"));
    URI uri = URI.create("http://127.0.0.1:" + settings.port());
    JsonClient probe = new JsonClient(uri, PROBE);
    try {
      process.awaitReady(() -> probe.get("/v1/info").body().contains("\"starting\":false"), START);
      return new TrinoServer(uri, process);
    } catch (RuntimeException e) {
      process.kill();
      throw e;
    }
  }

  /**
   * Runs one statement and returns all its rows.
   *
   * @throws QueryException with Trino's words if it refuses the statement
   */
  public QueryResult query(String sql) {
    return queries.run(sql);
  }

  public URI uri() {
    return uri;
  }

  public ServerProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.stop(STOP);
  }

  private static List<String> jvmFlags(int heapMegabytes) {
    return List.of(
        "-Xmx" + heapMegabytes + "m",
        "-XX:+UseSerialGC",
        "-Xss8m",
        "-XX:ReservedCodeCacheSize=128M",
        "-XX:+EnableDynamicAgentLoading",
        "-Djdk.attach.allowAttachSelf=true",
        "-Djdk.nio.maxCachedBufferSize=2000000",
        "--enable-native-access=ALL-UNNAMED",
        "--add-modules=jdk.incubator.vector",
        "--sun-misc-unsafe-memory-access=allow");
  }

  private static List<String> serverFlags(TrinoInstallation installation) {
    return List.of(
        "-Dconfig=" + installation.configuration(),
        "-Dlog.levels-file=" + installation.logLevels(),
        "-Dcatalog.config-dir=" + installation.catalogs(),
        "-Dplugin.dir=" + installation.plugins(),
        "-Dnode.data-dir=" + installation.data(),
        "-Dnode.environment=test",
        "-Dnode.id=only",
        "-Dnode.internal-address=127.0.0.1",
        "-Dnode.bind-ip=127.0.0.1");
  }
}
