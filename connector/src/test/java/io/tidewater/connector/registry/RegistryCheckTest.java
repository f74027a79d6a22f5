/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.connector.config.Configurations;
import io.tidewater.connector.config.Reading;
import io.tidewater.connector.config.SinkOptions;
import io.tidewater.connector.config.WorkerProperties;
import io.tidewater.connector.config.keys.Problem;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.RegistryUnavailableException;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.UnknownSchemaException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryCheckTest {
  private static final String URL = "tidewater.registry.url";

  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private final AtomicReference<String> asked = new AtomicReference<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void opensNothingWithoutARegistry() {
    RegistryCheck check =
        new RegistryCheck(
            options -> {
              throw new AssertionError("there is no registry to open");
            },
            executor);

    assertThat(check.problems(options(URL, "absent", "tidewater.value.format", "absent")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "orders, absent, topic, orders-value",
    "'b,a', absent, topic, a-value",
    "absent, .*, topic, any-value",
    "orders, absent, record, any",
    "orders, absent, topic-record, any",
  })
  void asksForASubjectAndClosesTheRegistry(
      String topics, String regex, String strategy, String subject) {
    assertThat(
            check(
                found -> List.of(1, 2),
                "topics",
                topics,
                "topics.regex",
                regex,
                "tidewater.subject-strategy",
                strategy))
        .isEmpty();
    assertThat(asked).hasValue(subject);
    assertThat(closed).isTrue();
  }

  @Test
  void isContentWithARegistryThatDoesNotKnowTheSubjectYet() {
    assertThat(
            check(
                subject -> {
                  throw new UnknownSchemaException("there is no subject " + subject);
                }))
        .isEmpty();
    assertThat(closed).isTrue();
  }

  @Test
  void saysWhyARegistryDoesNotAnswer() {
    assertThat(
            check(
                subject -> {
                  throw new RegistryUnavailableException("connection refused");
                }))
        .containsExactly(new Problem(URL, "connection refused"));
    assertThat(closed).isTrue();
  }

  @Test
  void saysWhatIsWrongWithItsOptions() {
    RegistryCheck check =
        new RegistryCheck(
            options -> {
              throw new IllegalArgumentException("no such keystore");
            },
            executor);

    assertThat(check.problems(options())).containsExactly(new Problem(URL, "no such keystore"));
  }

  @Test
  void tellsWhatWasTriedWhereNobodyExpectedAFailure() {
    assertThat(
            check(
                subject -> {
                  throw new IllegalStateException("broken");
                },
                "tidewater.registry.basic.auth.credentials.source",
                "USER_INFO",
                "tidewater.registry.basic.auth.user.info",
                "me:hush-hush"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.key()).isEqualTo(URL);
              assertThat(problem.message())
                  .startsWith("Tried RegistryOptions[http://registry:8081")
                  .contains("IllegalStateException: broken")
                  .doesNotContain("hush");
            });
    assertThat(closed).isTrue();
  }

  @Test
  void interruptsARegistryThatDoesNotAnswerInTime() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);

    assertThat(
            check(
                subject -> {
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                  }
                  return List.of();
                },
                "tidewater.catalog.check-timeout-ms",
                "20"))
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains("no answer within 20 ms");
    interrupted.await();
  }

  private List<Problem> check(Function<String, List<Integer>> versions, String... keysAndValues) {
    return new RegistryCheck(options -> new AskedRegistry(versions), executor)
        .problems(options(keysAndValues));
  }

  private static SinkOptions options(String... keysAndValues) {
    String[] all = new String[keysAndValues.length + 4];
    all[0] = "tidewater.value.format";
    all[1] = "avro";
    all[2] = URL;
    all[3] = "http://registry:8081";
    System.arraycopy(keysAndValues, 0, all, 4, keysAndValues.length);
    return Reading.of(Configurations.with(all), WorkerProperties.none()).orThrow();
  }

  /** Answers which versions a subject has, and nothing else. */
  private final class AskedRegistry implements SchemaRegistry {
    private final Function<String, List<Integer>> versions;

    AskedRegistry(Function<String, List<Integer>> versions) {
      this.versions = versions;
    }

    @Override
    public List<Integer> versions(String subject) {
      asked.set(subject);
      return versions.apply(subject);
    }

    @Override
    public RegisteredSchema schema(int id, String subject) {
      throw new AssertionError("nobody needs a schema");
    }

    @Override
    public RegisteredSchema version(String subject, int version) {
      throw new AssertionError("nobody needs a schema");
    }

    @Override
    public RegisteredSchema latest(String subject) {
      throw new AssertionError("nobody needs a schema");
    }

    @Override
    public void close() {
      closed.set(true);
    }
  }
}
