/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP/1.1 proxy on loopback before one server, which passes everything on but for the faults
 * that it is told to inject. Thread-safe; rules may come and go while requests flow.
 */
public final class CuttingProxy implements AutoCloseable {
  private final URI server;
  private final ServerSocket listener;
  private final ExecutorService threads;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final List<FaultRule> rules = new CopyOnWriteArrayList<>();
  private final List<ProxiedRequest> requests = new CopyOnWriteArrayList<>();

  private CuttingProxy(URI server, ServerSocket listener, ExecutorService threads) {
    this.server = server;
    this.listener = listener;
    this.threads = threads;
  }

  /**
   * Starts a proxy on a free port.
   *
   * @param server where requests go: an http address with host and port; a path is passed over
   */
  public static CuttingProxy before(URI server) {
    if (!"http".equals(server.getScheme()) || server.getPort() < 0) {
      throw new IllegalArgumentException("Needs http://host:port, not " + server);
    }
    ExecutorService threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "cutting-proxy");
              thread.setDaemon(true);
              return thread;
            });
    try {
      ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
      CuttingProxy proxy = new CuttingProxy(server, listener, threads);
      threads.execute(proxy::accept);
      return proxy;
    } catch (IOException e) {
      threads.shutdownNow();
      throw new UncheckedIOException("No free port on the loopback interface", e);
    }
  }

  /** The address to give to the client, with the path of the server's address. */
  public URI uri() {
    String path = Optional.ofNullable(server.getRawPath()).orElse("");
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
  }

  /** Adds a rule; of several that match a request, the first added that applies wins. */
  public void inject(FaultRule rule) {
    rules.add(rule);
  }

  /** Removes all rules: from now on everything is passed on. */
  public void heal() {
    rules.clear();
  }

  /** What has been dealt with so far, oldest first. */
  public List<ProxiedRequest> requests() {
    return List.copyOf(requests);
  }

  /** The requests so far that a fault befell, oldest first. */
  public List<ProxiedRequest> faults() {
    return requests.stream().filter(request -> !(request.fault() instanceof Fault.None)).toList();
  }

  /** Stops listening and breaks all connections. */
  @Override
  public void close() {
    closeQuietly(listener);
    clients.forEach(CuttingProxy::closeQuietly);
    threads.shutdownNow();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        clients.add(client);
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        // Closed; or a client that gave up before it was accepted, which is no concern of others.
      }
    }
  }

  private void serve(Socket client) {
    new ProxyConnection(client, server, this::faultFor, requests::add).serve();
    clients.remove(client);
  }

  private Fault faultFor(RequestLine request) {
    return rules.stream()
        .flatMap(rule -> rule.apply(request).stream())
        .findFirst()
        .orElseGet(Fault.None::new);
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // Nothing is lost with a connection that is being broken.
    }
  }
}
