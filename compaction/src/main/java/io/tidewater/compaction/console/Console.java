/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.console;

import io.tidewater.compaction.policy.Policy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server through which the service is seen. */
public final class Console implements AutoCloseable {
  private static final int THREADS = 8;
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Server server;
  private final ServerConnector connector;
  private final String host;

  private Console(Server server, ServerConnector connector, String host) {
    this.server = server;
    this.connector = connector;
    this.host = host;
  }

  /**
   * Listens and answers until it is closed.
   *
   * @param policy the service's options
   * @throws IOException it cannot listen there
   * @throws IllegalArgumentException the address is not loopback, and that is not permitted
   */
  public static Console start(Policy policy, Pages pages) throws IOException {
    String host = policy.get(ConsoleOptions.HOST);
    if (!policy.get(ConsoleOptions.ALLOW_REMOTE)) {
      requireLoopback(host);
    }
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("compaction-console");
    threads.setDaemon(true);
    Server server = new Server(threads);
    server.setHandler(new GracefulHandler(new PageHandler(pages)));
    server.setStopTimeout(GRACE.toMillis());
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
    connector.setHost(host);
    connector.setPort(Math.toIntExact(policy.get(ConsoleOptions.PORT)));
    server.addConnector(connector);
    Console started = new Console(server, connector, host);
    try {
      server.start();
      return started;
    } catch (Exception e) {
      started.close();
      throw new IOException(
          "the console cannot listen on %s:%d: %s; name another port by console.port, 0 for a free one"
              .formatted(host, connector.getPort(), e.getMessage()),
          e);
    }
  }

  private static void requireLoopback(String host) {
    try {
      if (InetAddress.getByName(host).isLoopbackAddress()) {
        return;
      }
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("console.host %s is no known address".formatted(host), e);
    }
    throw new IllegalArgumentException(
        "console.host %s is not loopback, and the console has no authentication. If that is wanted,"
                .formatted(host)
            + " set console.allow-remote=true");
  }

  /** Where it is found. */
  public URI uri() {
    String address = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://%s:%s".formatted(address, connector.getLocalPort()));
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the console did not stop", e);
    }
  }
}
