/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

final class CachedSchemaRegistryTest {
  private final AtomicInteger requests = new AtomicInteger();
  private Instant now = Instant.EPOCH;
  private IntFunction<RegisteredSchema> answer = CachedSchemaRegistryTest::schema;
  private final CachedSchemaRegistry cache = new CachedSchemaRegistry(new Answering(), () -> now);

  private static RegisteredSchema schema(int id) {
    return new RegisteredSchema(id, SchemaKind.AVRO, "text " + id, Map.of());
  }

  private static RegisteredSchema unknown(int id) {
    throw new UnknownSchemaException("no " + id);
  }

  private static RegisteredSchema unavailable(int id) {
    throw new RegistryUnavailableException("out of order for " + id);
  }

  private final class Answering implements SchemaRegistry {
    @Override
    public RegisteredSchema schema(int id, String subject) {
      requests.incrementAndGet();
      return answer.apply(id);
    }

    @Override
    public List<Integer> versions(String subject) {
      return List.of(requests.incrementAndGet());
    }

    @Override
    public RegisteredSchema version(String subject, int version) {
      return schema(version, subject);
    }

    @Override
    public RegisteredSchema latest(String subject) {
      return schema(0, subject);
    }

    @Override
    public void close() {}
  }

  private void pass(Duration duration) {
    now = now.plus(duration);
  }

  private void expectUnavailable(int id, String message) {
    assertThatThrownBy(() -> cache.schema(id, "s"))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(message);
  }

  @Test
  void asksOnceForAnId() {
    RegisteredSchema first = cache.schema(1, "s");
    pass(Duration.ofDays(400));

    assertThat(cache.schema(1, "s")).isSameAs(first);
    assertThat(requests).hasValue(1);
  }

  @Test
  void asksForEachSubject() {
    cache.schema(1, "s");
    cache.schema(1, ":.lab:s");

    assertThat(requests).hasValue(2);
  }

  @Test
  void asksAnewForWhatIsNewest() {
    cache.latest("s");
    cache.latest("s");
    cache.versions("s");

    assertThat(requests).hasValue(3);
  }

  @Test
  void remembersForAWhileThatAnIdIsUnknown() {
    answer = CachedSchemaRegistryTest::unknown;
    assertThatThrownBy(() -> cache.schema(1, "s")).isInstanceOf(UnknownSchemaException.class);
    answer = CachedSchemaRegistryTest::schema;

    pass(Failures.UNKNOWN.minusMillis(1));
    assertThatThrownBy(() -> cache.schema(1, "s"))
        .isInstanceOf(UnknownSchemaException.class)
        .hasMessage("no 1");
    assertThat(cache.schema(2, "s").id()).isEqualTo(2);

    pass(Duration.ofMillis(1));
    assertThat(cache.schema(1, "s").id()).isEqualTo(1);
  }

  @Test
  void forgetsUnknownIdsBeforeTheyFillTheMemory() {
    answer = CachedSchemaRegistryTest::unknown;
    for (int id = 0; id <= Failures.MOST; id++) {
      int each = id;
      assertThatThrownBy(() -> cache.schema(each, "s")).isInstanceOf(UnknownSchemaException.class);
    }
    answer = CachedSchemaRegistryTest::schema;

    assertThat(cache.schema(0, "s").id()).isZero();
    assertThatThrownBy(() -> cache.schema(1, "s")).isInstanceOf(UnknownSchemaException.class);
  }

  @Test
  void leavesAloneWhatGotNoAnswerForATimeThatGrows() {
    answer = CachedSchemaRegistryTest::unavailable;
    for (long seconds : new long[] {1, 2, 4, 8, 16, 30, 30}) {
      expectUnavailable(1, "out of order for 1");
      int before = requests.get();
      pass(Duration.ofSeconds(seconds).minusMillis(1));
      expectUnavailable(1, "asked again in 1 ms");
      assertThat(requests).hasValue(before);
      pass(Duration.ofMillis(1));
    }
    answer = CachedSchemaRegistryTest::schema;
    assertThat(cache.schema(1, "s").id()).isEqualTo(1);
  }

  @Test
  void asksForOthersWhileOneGetsNoAnswer() {
    answer = CachedSchemaRegistryTest::unavailable;
    expectUnavailable(1, "out of order");
    answer = CachedSchemaRegistryTest::schema;

    assertThat(cache.schema(2, "s").id()).isEqualTo(2);
  }

  @Test
  void asksForNothingAfterTwoHadNoAnswer() {
    answer = CachedSchemaRegistryTest::unavailable;
    expectUnavailable(1, "out of order for 1");
    expectUnavailable(2, "out of order for 2");
    answer = CachedSchemaRegistryTest::schema;

    for (int id = 3; id < 1000; id++) {
      expectUnavailable(id, "out of order for 2");
    }
    assertThat(requests).hasValue(2);

    pass(Failures.FIRST);
    for (int id = 3; id < 1000; id++) {
      assertThat(cache.schema(id, "s").id()).isEqualTo(id);
    }
  }

  @Test
  void letsOneThroughToSeeWhetherItIsBack() {
    answer = CachedSchemaRegistryTest::unavailable;
    expectUnavailable(1, "for 1");
    expectUnavailable(2, "for 2");
    pass(Failures.FIRST);

    expectUnavailable(3, "out of order for 3");
    expectUnavailable(4, "out of order for 3");
    pass(Failures.FIRST.multipliedBy(2).minusMillis(1));
    expectUnavailable(4, "out of order for 3");
    pass(Duration.ofMillis(1));
    expectUnavailable(4, "out of order for 4");
  }

  @Test
  void makesOneRequestForManyWhoAskAtOnce() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    answer =
        id -> {
          asked.countDown();
          await(released);
          return schema(id);
        };
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<RegisteredSchema>> answers = new ArrayList<>();
    try {
      Callable<RegisteredSchema> question = () -> cache.schema(1, "s");
      answers.add(threads.submit(question));
      asked.await();
      for (int count = 0; count < 7; count++) {
        answers.add(threads.submit(question));
      }
      released.countDown();
      for (Future<RegisteredSchema> each : answers) {
        assertThat(each.get()).isSameAs(answers.get(0).get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(requests).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
