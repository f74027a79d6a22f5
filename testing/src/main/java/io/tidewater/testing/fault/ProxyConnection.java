/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.fault;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/** The connection of one client, which may bring many requests. */
final class ProxyConnection {
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  private final Socket client;
  private final URI server;
  private final Function<RequestLine, Fault> faults;
  private final Consumer<ProxiedRequest> dealtWith;

  ProxyConnection(
      Socket client,
      URI server,
      Function<RequestLine, Fault> faults,
      Consumer<ProxiedRequest> dealtWith) {
    this.client = client;
    this.server = server;
    this.faults = faults;
    this.dealtWith = dealtWith;
  }

  /** Serves requests until the client or a fault ends the connection. */
  void serve() {
    try (client) {
      MessageReader reader = new MessageReader(client.getInputStream());
      while (!client.isClosed()) {
        Optional<HttpMessage> head = reader.head();
        if (head.isEmpty()) {
          return;
        }
        deal(wholeRequest(reader, head.get()));
      }
    } catch (IOException e) {
      // The client is gone, or speaks no HTTP: the connection is closed, and it will notice.
    }
  }

  private HttpMessage wholeRequest(MessageReader reader, HttpMessage head) throws IOException {
    if (head.header("Expect").isPresent()) {
      client.getOutputStream().write(CONTINUE);
      client.getOutputStream().flush();
    }
    return reader.requestBody(head).without("Expect", "Upgrade", "HTTP2-Settings");
  }

  private void deal(HttpMessage request) throws IOException {
    RequestLine line = RequestLine.parse(request.startLine());
    Fault fault = faults.apply(line);
    Consumer<OptionalInt> settled =
        serverStatus -> dealtWith.accept(new ProxiedRequest(line, fault, serverStatus));
    fault.carry(new ProxyExchange(request, line.method(), server, client, settled));
  }
}
