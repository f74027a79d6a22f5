/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.connector.config.Configurations;
import io.tidewater.connector.config.Reading;
import io.tidewater.connector.config.SinkOptions;
import io.tidewater.connector.config.WorkerProperties;
import io.tidewater.connector.config.keys.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogCheckTest {
  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private final InMemoryCatalog catalog = new InMemoryCatalog();

  @BeforeEach
  void createTable() {
    catalog.initialize("lake", Map.of());
    catalog.createNamespace(Namespace.of("db"));
    catalog.createTable(
        TableIdentifier.of("db", "orders"),
        new Schema(Types.NestedField.optional(1, "id", Types.LongType.get())));
  }

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void acceptsACatalogWithTheListedTables() {
    assertThat(check("iceberg.tables", "db.orders")).isEmpty();
  }

  @Test
  void refusesListedTablesThatNobodyCreates() {
    assertThat(check("iceberg.tables", "db.orders,db.items,db.customers"))
        .extracting(Problem::toString)
        .containsExactly(
            "iceberg.tables: Table db.items does not exist. Create it, or set"
                + " iceberg.tables.auto-create-enabled=true",
            "iceberg.tables: Table db.customers does not exist. Create it, or set"
                + " iceberg.tables.auto-create-enabled=true");
  }

  @Test
  void acceptsMissingTablesThatAreCreated() {
    assertThat(check("iceberg.tables", "db.items", "iceberg.tables.auto-create-enabled", "true"))
        .isEmpty();
    assertThat(check("topics", "db.items")).isEmpty();
  }

  @Test
  void refusesMissingTablesOfTopicsThatNobodyCreates() {
    assertThat(check("topics", "db.items", "iceberg.tables.auto-create-enabled", "false"))
        .extracting(Problem::key)
        .containsExactly("topics");
  }

  @Test
  void listsNamespacesWhereNoTableIsKnownBeforehand() {
    assertThat(check("topics", "absent", "topics.regex", ".*")).isEmpty();
  }

  @Test
  void saysWhatWasTriedAndWhyItFailed() {
    CatalogCheck check =
        new CatalogCheck(
            options -> {
              throw new IllegalStateException(
                  "refused with hush-hush", new RuntimeException("port closed"));
            },
            executor);

    assertThat(check.problems(options("iceberg.catalog.token", "hush-hush")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.key()).isEqualTo("iceberg.catalog.uri");
              assertThat(problem.message())
                  .startsWith("Tried to open it in catalog 'iceberg'")
                  .contains("uri=http://localhost:1", "type=rest")
                  .contains("IllegalStateException: refused with [hidden]; because of")
                  .contains("RuntimeException: port closed")
                  .doesNotContain("hush");
            });
  }

  @Test
  void namesTheCatalogWhereItHasNoAddress() {
    CatalogCheck check =
        new CatalogCheck(
            options -> {
              throw new IllegalStateException("no");
            },
            executor);

    assertThat(check.problems(options("iceberg.catalog.uri", "absent")))
        .extracting(Problem::key)
        .containsExactly("iceberg.catalog");
  }

  @Test
  void interruptsACatalogThatDoesNotAnswerInTime() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    CatalogCheck check =
        new CatalogCheck(
            options -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              throw new IllegalStateException("left behind");
            },
            executor);

    assertThat(check.problems(options("tidewater.catalog.check-timeout-ms", "20")))
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains("no answer within 20 ms");
    interrupted.await();
  }

  @Test
  void closesTheCatalog() {
    AtomicBoolean closed = new AtomicBoolean();
    InMemoryCatalog closing =
        new InMemoryCatalog() {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    closing.initialize("lake", Map.of());

    assertThat(new CatalogCheck(options -> closing, executor).problems(options())).isEmpty();
    assertThat(closed).isTrue();
  }

  private List<Problem> check(String... keysAndValues) {
    return new CatalogCheck(options -> catalog, executor).problems(options(keysAndValues));
  }

  private static SinkOptions options(String... keysAndValues) {
    return Reading.of(Configurations.with(keysAndValues), WorkerProperties.none()).orThrow();
  }
}
