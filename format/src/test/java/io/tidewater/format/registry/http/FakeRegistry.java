/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A web server that answers as it is told, and remembers what it was asked. */
final class FakeRegistry implements AutoCloseable {
  /** Answers one request. */
  @FunctionalInterface
  interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  /** What was asked. */
  record Asked(String path, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  private final HttpServer server;
  private final String scheme;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private FakeRegistry(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  static FakeRegistry start() throws IOException {
    return new FakeRegistry(HttpServer.create(loopback(), 0), "http");
  }

  /** One that speaks TLS, and wants a client's certificate if it is told to. */
  static FakeRegistry startTls(SSLContext context, boolean clientCertificate) throws IOException {
    HttpsServer server = HttpsServer.create(loopback(), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters tls = context.getDefaultSSLParameters();
            tls.setNeedClientAuth(clientCertificate);
            parameters.setSSLParameters(tls);
          }
        });
    return new FakeRegistry(server, "https");
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  URI url() {
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What is asked by a path, with its query, is answered so from now on. */
  FakeRegistry on(String path, Behaviour behaviour) {
    behaviours.put(path, behaviour);
    return this;
  }

  /** Whatever is asked is answered so, unless its path is told. */
  FakeRegistry always(Behaviour behaviour) {
    return on("*", behaviour);
  }

  List<Asked> asked() {
    return asked;
  }

  static Behaviour json(String body) {
    return status(200, "application/vnd.schemaregistry.v1+json", body);
  }

  static Behaviour error(int status, int code, String message) {
    return status(
        status,
        "application/json",
        "{\"error_code\": " + code + ", \"message\": \"" + message + "\"}");
  }

  static Behaviour status(int status, String type, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    };
  }

  static Behaviour redirection(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(307, -1);
    };
  }

  /** Answers one after the other, and the last one for ever. */
  static Behaviour sequence(Behaviour... behaviours) {
    return new Behaviour() {
      private int next;

      @Override
      public synchronized void answer(HttpExchange exchange) throws IOException {
        behaviours[Math.min(next++, behaviours.length - 1)].answer(exchange);
      }
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(new Asked(path, Map.copyOf(exchange.getRequestHeaders()), body));
      behaviours
          .getOrDefault(path, behaviours.getOrDefault("*", error(404, 40403, "Schema not found")))
          .answer(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
