/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.fault;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request of a client, with a connection of its own to the server. */
final class ProxyExchange implements Fault.Exchange {
  private static final int CONTINUE = 100;

  private final HttpMessage request;
  private final String method;
  private final URI server;
  private final Socket client;
  private final Consumer<OptionalInt> settled;
  private @Nullable HttpMessage answer;

  /**
   * @param settled told the server's status, if it was asked, just before the client can notice
   */
  ProxyExchange(
      HttpMessage request,
      String method,
      URI server,
      Socket client,
      Consumer<OptionalInt> settled) {
    this.request = request;
    this.method = method;
    this.server = server;
    this.client = client;
    this.settled = settled;
  }

  @Override
  public void forward() throws IOException {
    try (Socket connection = new Socket(server.getHost(), server.getPort())) {
      request.with("Connection", "close").writeTo(connection.getOutputStream());
      MessageReader reader = new MessageReader(connection.getInputStream());
      HttpMessage head = answerHead(reader);
      while (head.status() == CONTINUE) {
        head = answerHead(reader);
      }
      answer = reader.answerBody(head, method).without("Connection");
    }
  }

  @Override
  public void passAnswerOn() throws IOException {
    if (answer == null) {
      throw new IllegalStateException("There is no answer before the request is forwarded");
    }
    settle();
    answer.writeTo(client.getOutputStream());
    if (request.closesConnection()) {
      client.close();
    }
  }

  @Override
  public void answer(int status) throws IOException {
    settle();
    String body =
        "{\"error\":{\"message\":\"Refused by the proxy\",\"type\":\"InjectedFault\",\"code\":"
            + status
            + "}}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    new HttpMessage("HTTP/1.1 " + status + " Injected", List.of(), bytes)
        .with("Content-Type", "application/json")
        .with("Content-Length", Integer.toString(bytes.length))
        .writeTo(client.getOutputStream());
  }

  /** Resets the connection, as a machine that falls over does. */
  @Override
  public void cut() throws IOException {
    settle();
    client.setSoLinger(true, 0);
    client.close();
  }

  @Override
  public void pause(Duration delay) throws IOException {
    try {
      TimeUnit.NANOSECONDS.sleep(delay.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The proxy is closing", e);
    }
  }

  private void settle() throws IOException {
    settled.accept(answer == null ? OptionalInt.empty() : OptionalInt.of(answer.status()));
  }

  private static HttpMessage answerHead(MessageReader reader) throws IOException {
    Optional<HttpMessage> head = reader.head();
    return head.orElseThrow(() -> new EOFException("The server gave no answer"));
  }
}
