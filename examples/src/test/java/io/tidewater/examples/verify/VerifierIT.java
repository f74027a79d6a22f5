/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.examples.kafka.Isolation;
import io.tidewater.examples.kafka.KafkaSettings;
import io.tidewater.examples.kafka.TopicUnavailableException;
import io.tidewater.examples.offsets.PartitionReport;
import io.tidewater.examples.progress.ProgressDisplay;
import io.tidewater.examples.table.TableUnavailableException;
import io.tidewater.testing.kafka.BrokerSettings;
import io.tidewater.testing.kafka.KafkaBroker;
import io.tidewater.testing.kafka.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verifies tables against a real broker: compaction, transactions and retention are Kafka's own.
 */
class VerifierIT {
  @TempDir private static Path folder = Path.of("");
  private static KafkaBroker broker;
  private static Topics topics;

  @BeforeAll
  static void startABroker() {
    broker =
        KafkaBroker.start(
            BrokerSettings.in(folder.resolve("kafka"))
                .withProperty("log.cleaner.backoff.ms", "200"));
    topics = broker.topics();
  }

  @AfterAll
  static void stopTheBroker() {
    topics.close();
    broker.close();
  }

  @Test
  void holdsWhenEachRecordHasOneRow() throws IOException {
    topics.create("whole", 2);
    produce("whole", 0, 500);
    produce("whole", 1, 3);
    WrittenTable table = table("whole");
    table.append(0, LongStream.range(0, 500));
    table.append(1, LongStream.range(0, 3));

    Verification verification = verify("whole", table, Scope.EVERYTHING);

    assertThat(verification.summary()).isEqualTo("rows=503 missing=0 duplicates=0");
    assertThat(verification.holds()).isTrue();
  }

  @Test
  void findsWhatIsMissingAndWhatIsThereTwice() throws IOException {
    topics.create("broken", 1);
    produce("broken", 0, 100);
    WrittenTable table = table("broken");
    table.append(0, LongStream.range(0, 90));
    table.append(0, LongStream.of(7, 8));

    Verification verification = verify("broken", table, Scope.EVERYTHING);

    assertThat(verification.summary()).isEqualTo("rows=92 missing=10 duplicates=2");
    PartitionReport report = verification.comparison().partitions().get(0);
    assertThat(report.missing()).hasToString("90-99");
    assertThat(report.duplicates()).hasToString("7-8");
  }

  @Test
  void appliesTheDeletesOfTheTable() throws IOException {
    topics.create("deleted", 1);
    produce("deleted", 0, 10);
    WrittenTable table = table("deleted");
    table.append(0, LongStream.range(0, 10));
    table.append(0, LongStream.of(4));
    table.deleteFromLatest(0);

    assertThat(verify("deleted", table, Scope.EVERYTHING).summary())
        .isEqualTo("rows=10 missing=0 duplicates=0");
  }

  @Test
  void countsAbortedRecordsOnlyWhereTheSinkReadsThem() throws IOException {
    topics.create("transactions", 1);
    try (TestProducer producer = TestProducer.transactional(broker, "verifier")) {
      producer.committed("transactions", 5);
      producer.aborted("transactions", 4);
      producer.committed("transactions", 1);
    }
    // Offsets 0-4, marker 5, aborted 6-9, marker 10, 11, marker 12.
    WrittenTable table = table("transactions");
    table.append(0, LongStream.of(0, 1, 2, 3, 4, 11));

    assertThat(verify("transactions", table, committed()).summary())
        .isEqualTo("rows=6 missing=0 duplicates=0");
    assertThat(verify("transactions", table, Scope.EVERYTHING).summary())
        .isEqualTo("rows=6 missing=4 duplicates=0");
  }

  @Test
  void keepsRowsWhoseRecordsRetentionDropped() throws IOException {
    topics.create("retained", 1);
    produce("retained", 0, 50);
    WrittenTable table = table("retained");
    table.append(0, LongStream.range(0, 50));
    topics.deleteRecordsBefore("retained", 0, 30);

    Verification verification = verify("retained", table, Scope.EVERYTHING);

    assertThat(verification.summary()).isEqualTo("rows=50 missing=0 duplicates=0");
    assertThat(verification.comparison().records()).isEqualTo(20);
    assertThat(verification.comparison().partitions().get(0).origins().expired()).isEqualTo(30);
  }

  @Test
  void expectsNoRecordThatCompactionRemoved() throws IOException {
    topics.create(
        "compacted",
        1,
        Map.of(
            "cleanup.policy", "compact",
            "segment.ms", "100",
            "min.cleanable.dirty.ratio", "0.01",
            "max.compaction.lag.ms", "100"));
    try (TestProducer producer = TestProducer.plain(broker)) {
      producer.sendKeyed("compacted", 200, 5);
      WrittenTable table = table("compacted");
      table.append(0, LongStream.range(190, 200));
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(
              () -> {
                producer.sendKeyed("compacted", 1, 1);
                Verification verification = verify("compacted", table, until(0, 200));
                assertThat(verification.summary()).isEqualTo("rows=10 missing=0 duplicates=0");
                assertThat(verification.comparison().partitions().get(0).origins().compacted())
                    .isPositive();
              });
    }
  }

  @Test
  void stopsAtTheOffsetsThatItIsGiven() throws IOException {
    topics.create("limited", 1);
    produce("limited", 0, 20);
    WrittenTable table = table("limited");
    table.append(0, LongStream.range(0, 12));

    assertThat(verify("limited", table, until(0, 10)).summary())
        .isEqualTo("rows=12 missing=0 duplicates=0");
  }

  @Test
  void waitsForTheTableToCatchUp() throws IOException {
    topics.create("late", 1);
    produce("late", 0, 20);
    WrittenTable table = table("late");
    table.append(0, LongStream.range(0, 15));
    Verifier verifier =
        new Verifier(
            kafka(),
            table.catalog(),
            ProgressDisplay.SILENT,
            InstantSource.system(),
            time -> appendUnchecked(table, LongStream.range(15, 20)));

    Verification verification =
        verifier.verify("late", table.name(), Scope.EVERYTHING.waiting(Duration.ofMinutes(1)));

    assertThat(verification.summary()).isEqualTo("rows=20 missing=0 duplicates=0");
  }

  @Test
  void saysWhatToDoWhenTopicOrTableAreNotThere() throws IOException {
    topics.create("alone", 1);
    WrittenTable table = table("other");

    assertThatThrownBy(() -> verify("nowhere", table, Scope.EVERYTHING))
        .isInstanceOf(TopicUnavailableException.class)
        .hasMessageContainingAll("no topic nowhere", "--topic");
    Verifier verifier = Verifier.silent(kafka(), table.catalog());
    assertThatThrownBy(() -> verifier.verify("alone", "shop.nowhere", Scope.EVERYTHING))
        .isInstanceOf(TableUnavailableException.class)
        .hasMessageContainingAll("no table shop.nowhere", "--table");
  }

  private static void appendUnchecked(WrittenTable table, LongStream offsets) {
    try {
      table.append(0, offsets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void produce(String topic, int partition, int count) {
    try (TestProducer producer = TestProducer.plain(broker)) {
      producer.send(topic, partition, count);
    }
  }

  private static WrittenTable table(String name) throws IOException {
    return new WrittenTable(folder.resolve("warehouse"), "shop." + name);
  }

  private static Verification verify(String topic, WrittenTable table, Scope scope) {
    return Verifier.silent(kafka(), table.catalog()).verify(topic, table.name(), scope);
  }

  private static KafkaSettings kafka() {
    return new KafkaSettings(broker.bootstrapServers(), Map.of());
  }

  private static Scope committed() {
    Scope all = Scope.EVERYTHING;
    return new Scope(
        Isolation.READ_COMMITTED, all.limits(), all.branch(), all.columns(), all.patience());
  }

  private static Scope until(int partition, long end) {
    Scope all = Scope.EVERYTHING;
    return new Scope(
        all.isolation(), Map.of(partition, end), all.branch(), all.columns(), all.patience());
  }
}
