/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.testing.http.HttpAnswer;
import io.tidewater.testing.http.JsonClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CuttingProxyIT {
  private static final Predicate<RequestLine> COMMITS = RequestLine.matching("POST", "^/commit");

  private CountingServer server;
  private CuttingProxy proxy;
  private JsonClient client;

  @BeforeEach
  void start() throws IOException {
    server = new CountingServer();
    proxy = CuttingProxy.before(server.uri());
    client = new JsonClient(proxy.uri(), Duration.ofSeconds(20));
  }

  @AfterEach
  void stop() {
    proxy.close();
    server.close();
  }

  @Test
  void serverHasDoneTheWorkOfACutAnswer() throws IOException {
    proxy.inject(FaultRule.once(COMMITS, new Fault.CutAnswer()));

    assertThatThrownBy(() -> client.send("POST", "/commit", "one")).isInstanceOf(IOException.class);

    assertThat(server.seen()).containsExactly("POST /commit one");
    assertThat(proxy.faults())
        .containsExactly(
            new ProxiedRequest(
                new RequestLine("POST", "/commit"), new Fault.CutAnswer(), OptionalInt.of(200)));
    assertThat(client.send("POST", "/commit", "two")).isEqualTo(new HttpAnswer(200, "two"));
  }

  @Test
  void serverNeverSeesADroppedRequest() {
    proxy.inject(FaultRule.once(COMMITS, new Fault.DropRequest()));

    assertThatThrownBy(() -> client.send("POST", "/commit", "one")).isInstanceOf(IOException.class);

    assertThat(server.seen()).isEmpty();
    assertThat(proxy.faults())
        .extracting(ProxiedRequest::serverStatus)
        .containsExactly(OptionalInt.empty());
  }

  @Test
  void serverNeverSeesARefusedRequest() throws IOException {
    proxy.inject(FaultRule.times(2, COMMITS, new Fault.Refuse(503)));

    assertThat(client.send("POST", "/commit", "one").status()).isEqualTo(503);
    assertThat(client.send("POST", "/commit", "two").status()).isEqualTo(503);
    assertThat(client.send("POST", "/commit", "three").status()).isEqualTo(200);

    assertThat(server.seen()).containsExactly("POST /commit three");
  }

  @Test
  void leavesOtherRequestsAlone() throws IOException {
    proxy.inject(FaultRule.always(COMMITS, new Fault.CutAnswer()));

    assertThat(client.get("/commit?and=more").status()).isEqualTo(200);
    assertThat(client.send("POST", "/other", "x")).isEqualTo(new HttpAnswer(200, "x"));

    assertThat(server.seen()).containsExactly("GET /commit?and=more ", "POST /other x");
    assertThat(proxy.faults()).isEmpty();
  }

  @Test
  void delaysBothWaysAndLosesNothing() throws IOException {
    proxy.inject(FaultRule.once(COMMITS, new Fault.DelayRequest(Duration.ofMillis(50))));
    proxy.inject(FaultRule.once(COMMITS, new Fault.DelayAnswer(Duration.ofMillis(50))));

    assertThat(client.send("POST", "/commit", "one").body()).isEqualTo("one");
    assertThat(client.send("POST", "/commit", "two").body()).isEqualTo("two");

    assertThat(proxy.faults()).hasSize(2);
  }

  @Test
  void sameSeedCutsTheSameRequests() throws IOException {
    assertThat(cutBySeed(7)).isEqualTo(cutBySeed(7)).contains(true, false);
  }

  private List<Boolean> cutBySeed(long seed) throws IOException {
    proxy.heal();
    proxy.inject(FaultRule.sometimes(0.5, new Random(seed), COMMITS, new Fault.Refuse(503)));
    List<Boolean> refused = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      refused.add(client.send("POST", "/commit", "x").status() == 503);
    }
    return refused;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chunked", "/length"})
  void passesChunkedAndLongBodiesOnUnchanged(String path) throws Exception {
    byte[] body = new byte[1_000_000];
    new Random(1).nextBytes(body);
    String text = new String(body, StandardCharsets.ISO_8859_1);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(proxy.uri() + path))
            .version(HttpClient.Version.HTTP_1_1)
            .expectContinue(true)
            // Without a known length the JDK's client sends chunks.
            .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(text)))
            .build();

    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(response.body()).isEqualTo(text);
  }

  @Test
  void servesManyRequestsOnOneConnection() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", proxy.uri().getPort())) {
      OutputStream out = socket.getOutputStream();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      for (String request :
          List.of("GET /length", "HEAD /length", "DELETE /empty", "GET /length")) {
        out.write((request + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(in.readLine()).startsWith("HTTP/1.1 20");
        while (!in.readLine().isEmpty()) {
          // The headers; none of these answers has a body.
        }
      }
    }
    assertThat(server.seen())
        .containsExactly("GET /length ", "HEAD /length ", "DELETE /empty ", "GET /length ");
  }
}
