/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.examples.kafka.KafkaSettings;
import io.tidewater.examples.table.CatalogSettings;
import io.tidewater.examples.verify.Scope;
import io.tidewater.examples.verify.Verification;
import io.tidewater.examples.verify.Verifier;
import io.tidewater.testing.jars.ProjectHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.rest.RESTCatalog;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * For so long as {@code tidewater.soak.duration} says (PT2M unless set; {@code tidewater.soak.seed}
 * repeats a run), with kills of the worker and of the service. In the end the upserted table is the
 * latest of each key and the appended one has every offset once.
 */
class SoakIT {
  private static final String UPSERTED = "sea.latest";
  private static final String APPENDED = "sea.all";
  private static final int PARTITIONS = 8;
  private static final Duration CATCH_UP = Duration.ofSeconds(150);
  private static final long QUIET_MILLIS = 8_000;

  private final Duration duration =
      Duration.parse(System.getProperty("tidewater.soak.duration", "PT2M"));
  private final long seed = Long.getLong("tidewater.soak.seed", new Random().nextLong());
  private final Random random = new Random(seed);
  private int workerKills;
  private int serviceKills;

  @Test
  void losesAndRepeatsNothingHoweverItIsKilled() throws IOException {
    System.out.println("soak for " + duration + ", seed " + seed);
    try (SoakServers servers = new SoakServers(folder());
        RESTCatalog catalog = catalog(servers)) {
      servers.topics().create(UPSERTED, PARTITIONS);
      servers.topics().create(APPENDED, PARTITIONS);
      servers.connect(
          UPSERTED, Map.of("tidewater.write.mode", "upsert", "tidewater.format-version", "3"));
      servers.connect(APPENDED, Map.of());
      KeyedFlow keyed = new KeyedFlow(new Random(seed), PARTITIONS);
      LedgerWatch upserted = new LedgerWatch(UPSERTED, PARTITIONS);
      LedgerWatch appended = new LedgerWatch(APPENDED, PARTITIONS);
      try (Flow latest = Flow.begin(servers.bootstrapServers(), UPSERTED, keyed);
          Flow all =
              Flow.begin(servers.bootstrapServers(), APPENDED, new NumberedFlow(PARTITIONS));
          Observer first = Observer.begin(catalog, TableIdentifier.parse(UPSERTED), upserted);
          Observer second = Observer.begin(catalog, TableIdentifier.parse(APPENDED), appended)) {
        killUntil(Instant.now().plus(duration), servers);
        latest.end();
        all.end();
        Awaitility.await("the table is up to date")
            .atMost(CATCH_UP)
            .until(() -> upserted.passed() == latest.sent() && appended.passed() == all.sent());
        // All that is left to maintain.
        Pause.millis(QUIET_MILLIS);
        servers.service().close();

        assertThat(rows(catalog.loadTable(TableIdentifier.parse(UPSERTED))))
            .as("seed %d", seed)
            .isEqualTo(new TreeMap<>(keyed.latest()));
        requireEveryOffsetOnce(servers, all.sent());
        List<String> faults = new ArrayList<>(first.end());
        faults.addAll(second.end());
        for (String table : List.of(UPSERTED, APPENDED)) {
          LiveFiles.Look look = LiveFiles.look(catalog.loadTable(TableIdentifier.parse(table)));
          System.out.println(
              table + ": " + look.snapshots() + " snapshots, " + look.files() + " files");
          faults.addAll(look.missing());
        }
        System.out.printf(
            "seed %d: %d + %d records, %d keys left, kills: worker %d, service %d; %s; %s%n",
            seed,
            latest.sent(),
            all.sent(),
            keyed.latest().size(),
            workerKills,
            serviceKills,
            first.summary(),
            second.summary());
        assertThat(faults).as("seed %d", seed).isEmpty();
      }
    }
  }

  private void killUntil(Instant end, SoakServers servers) {
    while (Instant.now().isBefore(end)) {
      Pause.millis(1_500 + random.nextInt(4_000));
      switch (random.nextInt(3)) {
        case 0 -> {
          servers.worker().kill();
          servers.worker().restart();
          workerKills++;
        }
        case 1 -> {
          servers.service().kill();
          servers.service().restart();
          serviceKills++;
        }
        default -> {
          servers.service().kill();
          servers.worker().kill();
          servers.worker().restart();
          servers.service().restart();
          workerKills++;
          serviceKills++;
        }
      }
    }
  }

  private static Map<String, Long> rows(Table table) {
    Map<String, Long> found = new TreeMap<>();
    try (CloseableIterable<Record> rows =
        IcebergGenerics.read(table).select("_kafka_key", "number").build()) {
      for (Record row : rows) {
        String key = String.valueOf(row.getField("_kafka_key"));
        Number number = (Number) row.getField("number");
        assertThat(found.put(key, number.longValue())).as("a second row of %s", key).isNull();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private void requireEveryOffsetOnce(SoakServers servers, long sent) {
    Verification verification =
        Verifier.silent(
                new KafkaSettings(servers.bootstrapServers(), Map.of()),
                new CatalogSettings(servers.catalogUri(), Map.of()))
            .verify(APPENDED, APPENDED, Scope.EVERYTHING);
    System.out.println(APPENDED + ": " + verification.summary());
    assertThat(verification.holds()).as("seed %d: %s", seed, verification.summary()).isTrue();
    assertThat(verification.comparison().rows()).isEqualTo(sent);
  }

  private static RESTCatalog catalog(SoakServers servers) {
    RESTCatalog catalog = new RESTCatalog();
    catalog.setConf(new Configuration());
    catalog.initialize("soak", Map.of("uri", servers.catalogUri()));
    return catalog;
  }

  private static Path folder() throws IOException {
    Path target = Files.createDirectories(ProjectHome.find().resolve("examples/target/soak"));
    return Files.createTempDirectory(target, "run");
  }
}
