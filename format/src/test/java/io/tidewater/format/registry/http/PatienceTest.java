/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import static io.tidewater.format.registry.http.FakeRegistry.error;
import static io.tidewater.format.registry.http.FakeRegistry.json;
import static io.tidewater.format.registry.http.FakeRegistry.redirection;
import static io.tidewater.format.registry.http.FakeRegistry.sequence;
import static io.tidewater.format.registry.http.FakeRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.registry.RegistryUnavailableException;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.UnknownSchemaException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Retries, other addresses, and answers that are slow or without end. */
@Timeout(60)
final class PatienceTest {
  private static final String SCHEMA = "{\"schema\": \"x\"}";

  private final List<Duration> pauses = new ArrayList<>();
  private FakeRegistry server;
  private FakeRegistry other;

  @BeforeEach
  void start() throws IOException {
    server = FakeRegistry.start();
    other = FakeRegistry.start();
  }

  @AfterEach
  void stop() {
    server.close();
    other.close();
  }

  private SchemaRegistry registry(FakeRegistry... servers) {
    String urls =
        Stream.of(servers).map(each -> each.url().toString()).collect(Collectors.joining(", "));
    return registry(Map.of("url", urls, "retries.wait.ms", "100", "http.read.timeout.ms", "500"));
  }

  private SchemaRegistry registry(Map<String, String> options) {
    Pacing pacing = new Pacing(InstantSource.system(), () -> 0.5, pauses::add);
    return new HttpSchemaRegistry(RegistryOptions.of(options), pacing);
  }

  @Test
  void triesAgainAfterAPauseThatGrows() {
    server.always(
        sequence(error(503, 50301, "busy"), error(429, 42901, "slow down"), json(SCHEMA)));

    assertThat(registry(server).schema(1, "").text()).isEqualTo("x");
    assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @Test
  void waitsAsLongAsItIsAskedToWithinLimits() {
    server.always(
        sequence(
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "1");
              exchange.sendResponseHeaders(503, -1);
            },
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "3600");
              exchange.sendResponseHeaders(429, -1);
            },
            json(SCHEMA)));

    assertThat(registry(server).schema(1, "").text()).isEqualTo("x");
    assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void givesUpAfterTheLastRetry() {
    server.always(error(500, 50001, "broken store"));

    assertThatThrownBy(() -> registry(server).schema(1, ""))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("broken store");
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void doesNotRepeatWhatBringsTheSame() {
    server.always(error(403, 40301, "forbidden"));

    assertThatThrownBy(() -> registry(server).schema(1, ""))
        .isInstanceOf(RegistryUnavailableException.class);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void asksTwiceBeforeItBelievesThatThereIsNone() {
    server.always(sequence(error(404, 40403, "not yet"), json(SCHEMA)));

    assertThat(registry(server).schema(1, "").text()).isEqualTo("x");
  }

  @Test
  void believesTheSecondTime() {
    assertThatThrownBy(() -> registry(server).schema(1, ""))
        .isInstanceOf(UnknownSchemaException.class);
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void asksTheNextAddressAndStaysWithIt() throws IOException {
    other.always(json(SCHEMA));
    String dead;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      dead = "http://127.0.0.1:" + socket.getLocalPort();
    }
    server.always(error(500, 50001, "down"));
    SchemaRegistry registry =
        registry(Map.of("url", dead + "," + server.url() + "," + other.url()));

    registry.schema(1, "");
    registry.schema(2, "");

    assertThat(pauses).isEmpty();
    assertThat(server.asked()).hasSize(1);
    assertThat(other.asked()).hasSize(2);
  }

  @Test
  void tellsWhatEachAddressSaid() {
    server.always(error(500, 50001, "down"));
    other.always(status(200, "text/html", "<html>"));

    assertThatThrownBy(() -> registry(server, other).schema(1, ""))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(server.url() + ": status 500")
        .hasMessageContaining(other.url() + ": status 200 (text/html)");
  }

  @Test
  void doesNotWaitForAnAnswerThatDoesNotBegin() {
    CountDownLatch released = new CountDownLatch(1);
    server.always(exchange -> await(released));

    assertThatThrownBy(() -> registry(server).schema(1, ""))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("no answer within 500 ms");
    released.countDown();
  }

  @Test
  void doesNotWaitForAnAnswerThatDoesNotEnd() {
    CountDownLatch released = new CountDownLatch(1);
    server.always(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          await(released);
        });

    assertThatThrownBy(() -> registry(server).schema(1, ""))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("no answer within 500 ms");
    released.countDown();
  }

  @Test
  void stopsReadingAHugeAnswer() {
    server.always(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] megabyte = new byte[1 << 20];
          try (OutputStream out = exchange.getResponseBody()) {
            for (int count = 0; count < 64; count++) {
              out.write(megabyte);
            }
          }
        });

    assertThatThrownBy(() -> registry(Map.of("url", server.url().toString())).schema(1, ""))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("more than 32 MB");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void tellsThatAThreadWasInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> registry(server).schema(1, ""))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("Interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void followsARedirectionButShowsItsPasswordToNobodyElse() {
    server.always(redirection(other.url() + "/there"));
    other.on("/there", json(SCHEMA));
    SchemaRegistry registry =
        registry(Map.of("url", server.url().toString(), "basic.auth.user.info", "me:pass"));

    assertThat(registry.schema(1, "").text()).isEqualTo("x");
    assertThat(server.asked().get(0).headers()).containsKey("Authorization");
    assertThat(other.asked().get(0).headers()).doesNotContainKey("Authorization");
  }

  @Test
  void doesNotFollowFromOneSchemeToAnother() {
    server.always(redirection("https://127.0.0.1:1/there"));

    assertThatThrownBy(() -> registry(server).schema(1, ""))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("a redirection to https://127.0.0.1:1/there");
  }

  @Test
  void doesNotFollowInCircles() {
    server.always(redirection("/again"));

    assertThatThrownBy(() -> registry(server).schema(1, ""))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("more than 3 redirections");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
