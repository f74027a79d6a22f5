/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server of the catalog. */
public final class RestServer implements AutoCloseable {
  private static final int THREADS = 64;
  private static final int LONGEST_BODY = 64 << 20;
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Server server;
  private final ServerConnector connector;
  private final String host;

  private RestServer(Server server, ServerConnector connector, String host) {
    this.server = server;
    this.connector = connector;
    this.host = host;
  }

  /**
   * Listens and answers until it is closed.
   *
   * @param host the address to listen on
   * @param port the port to listen on; 0 takes a free one
   * @throws IOException if it cannot listen there
   */
  public static RestServer start(String host, int port, Router router) throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("catalog-http");
    Server server = new Server(threads);
    server.setHandler(new GracefulHandler(new RequestHandler(router, LONGEST_BODY)));
    server.setErrorHandler(new ProtocolErrorHandler());
    server.setStopTimeout(GRACE.toMillis());
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(configuration()));
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    RestServer started = new RestServer(server, connector, host);
    try {
      server.start();
      return started;
    } catch (Exception e) {
      started.close();
      throw new IOException("Cannot listen on %s:%s: %s".formatted(host, port, e.getMessage()), e);
    }
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    // Names hold slashes, percent signs and the separator U+001F, encoded; the default refuses
    // them.
    configuration.setUriCompliance(UriCompliance.LEGACY);
    configuration.setSendServerVersion(false);
    return configuration;
  }

  /** Where clients find it, without a path. */
  public URI uri() {
    String address = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://%s:%s".formatted(address, connector.getLocalPort()));
  }

  /** Answers what has been asked, for some seconds at most, and takes nothing new. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The HTTP server did not stop", e);
    }
  }
}
