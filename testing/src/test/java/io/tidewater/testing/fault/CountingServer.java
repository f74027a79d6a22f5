/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server behind the proxy: notes each request, and echoes its body, chunked or with a length. */
final class CountingServer implements AutoCloseable {
  private final HttpServer server;
  private final List<String> seen = new CopyOnWriteArrayList<>();

  CountingServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Method, target and body of each request. */
  List<String> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    seen.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + new String(body, StandardCharsets.UTF_8));
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/empty")) {
      exchange.sendResponseHeaders(204, -1);
    } else if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", "1000");
      exchange.sendResponseHeaders(200, -1);
    } else if (body.length == 0) {
      exchange.sendResponseHeaders(200, -1);
    } else {
      exchange.sendResponseHeaders(200, path.equals("/chunked") ? 0 : body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
