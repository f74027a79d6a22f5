/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import static io.tidewater.connector.config.Configurations.options;
import static io.tidewater.connector.config.Configurations.problem;
import static io.tidewater.connector.config.Configurations.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.connector.config.keys.Problem;
import io.tidewater.format.schema.NameMatching;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableOptionsTest {
  private static final TableIdentifier ORDERS = TableIdentifier.of("db", "orders");
  private static final TableIdentifier OTHER = TableIdentifier.of("db", "other");

  @Test
  void createsAndEvolvesTablesThatTopicsName() {
    TableOptions tables = options().tables();

    assertThat(tables.create().enabled()).isTrue();
    assertThat(tables.evolve().enabled()).isTrue();
  }

  @Test
  void neitherCreatesNorEvolvesListedTablesUnlessToldTo() {
    TableOptions tables = options("iceberg.tables", "db.orders").tables();
    TableOptions told =
        options(
                "iceberg.tables", "db.orders",
                "iceberg.tables.auto-create-enabled", "true",
                "iceberg.tables.evolve-schema-enabled", "true")
            .tables();

    assertThat(tables.create().enabled()).isFalse();
    assertThat(tables.evolve().enabled()).isFalse();
    assertThat(told.create().enabled()).isTrue();
    assertThat(told.evolve().enabled()).isTrue();
  }

  @Test
  void canBeToldNotToCreateTablesThatTopicsName() {
    assertThat(options("iceberg.tables.auto-create-enabled", "false").tables().create().enabled())
        .isFalse();
  }

  @Test
  void readsWhatHoldsForAllTables() {
    TableOptions tables =
        options(
                "iceberg.tables.default-partition-by", "day(_kafka_timestamp), bucket(id, 16)",
                "tidewater.sort-by", "id desc",
                "iceberg.tables.default-id-columns", "id, region",
                "iceberg.tables.default-commit-branch", "audit",
                "iceberg.tables.schema-force-optional", "true",
                "iceberg.tables.schema-case-insensitive", "true",
                "iceberg.tables.auto-create-props.write.format.default", "avro",
                "iceberg.tables.write-props.write.target-file-size-bytes", "1000")
            .tables();

    assertThat(tables.of(ORDERS)).isEqualTo(tables.defaults());
    assertThat(tables.defaults().partitionBy())
        .hasToString("[day(_kafka_timestamp), bucket(id, 16)]");
    assertThat(tables.defaults().sortBy()).hasSize(1);
    assertThat(tables.defaults().idColumns()).containsExactly("id", "region");
    assertThat(tables.defaults().branch()).isEqualTo("audit");
    assertThat(tables.evolve().forceOptional()).isTrue();
    assertThat(tables.evolve().naming().matching()).isEqualTo(NameMatching.CASE_INSENSITIVE);
    assertThat(tables.create().properties()).isEqualTo(Map.of("write.format.default", "avro"));
    assertThat(tables.writeProperties()).isEqualTo(Map.of("write.target-file-size-bytes", "1000"));
  }

  @Test
  void letsATableDifferInEverySetting() {
    TableOptions tables =
        options(
                "iceberg.tables.default-partition-by", "day(at)",
                "tidewater.commit.bytes", "5000",
                "iceberg.table.db.orders.partition-by", "",
                "iceberg.table.db.orders.sort-by", "at",
                "iceberg.table.db.orders.id-columns", "id",
                "iceberg.table.db.orders.commit-branch", "audit",
                "iceberg.table.db.orders.commit.interval-ms", "1000",
                "iceberg.table.db.orders.commit.records", "10")
            .tables();

    TableSettings orders = tables.of(ORDERS);
    assertThat(orders.partitionBy()).isEmpty();
    assertThat(orders.sortBy()).hasSize(1);
    assertThat(orders.idColumns()).containsExactly("id");
    assertThat(orders.branch()).isEqualTo("audit");
    assertThat(orders.cadence())
        .isEqualTo(new Cadence(Duration.ofSeconds(1), OptionalLong.of(5000), OptionalLong.of(10)));
    assertThat(tables.of(OTHER).partitionBy()).hasSize(1);
    assertThat(tables.of(OTHER).cadence())
        .isEqualTo(new Cadence(Duration.ofMinutes(5), OptionalLong.of(5000), OptionalLong.empty()));
  }

  @ParameterizedTest
  @CsvSource({"absent, absent, 2", "3, absent, 3", "absent, 3, 3", "3, 3, 3", "2, absent, 2"})
  void takesTheFormatVersionFromEitherPlace(String option, String property, int expected) {
    CreateOptions create =
        options(
                "tidewater.format-version", option,
                "iceberg.tables.auto-create-props.format-version", property)
            .tables()
            .create();

    assertThat(create.formatVersion()).isEqualTo(expected);
    assertThat(create.properties()).isEmpty();
  }

  @Test
  void refusesFormatVersionsThatContradictOrAreUnknown() {
    assertThat(
            problem(
                    "tidewater.format-version", "3",
                    "iceberg.tables.auto-create-props.format-version", "2")
                .message())
        .contains("It says 3", "says 2");
    assertThat(problem("tidewater.format-version", "4").key())
        .isEqualTo("tidewater.format-version");
    assertThat(problem("iceberg.tables.auto-create-props.format-version", "1").message())
        .contains("'1' is neither 2 nor 3");
  }

  @Test
  void appendsUnlessTold() {
    assertThat(options().tables().defaults().writeMode()).isEqualTo(WriteMode.APPEND);
    assertThat(options().tables().defaults().tombstones()).isEqualTo(TombstonePolicy.KEEP);
  }

  @Test
  void upsertsSingleTablesWhereTombstonesDeleteUnlessSetOtherwise() {
    TableOptions tables = options("iceberg.table.db.orders.write.mode", "upsert").tables();
    TableOptions told =
        options(
                "tidewater.write.mode", "upsert",
                "tidewater.tombstones", "soft-delete",
                "iceberg.table.db.orders.write.mode", "append")
            .tables();

    assertThat(tables.of(ORDERS).writeMode()).isEqualTo(WriteMode.UPSERT);
    assertThat(tables.of(ORDERS).tombstones()).isEqualTo(TombstonePolicy.DELETE);
    assertThat(tables.of(OTHER).writeMode()).isEqualTo(WriteMode.APPEND);
    assertThat(tables.of(OTHER).tombstones()).isEqualTo(TombstonePolicy.KEEP);
    assertThat(told.of(ORDERS).writeMode()).isEqualTo(WriteMode.APPEND);
    assertThat(told.of(OTHER).writeMode()).isEqualTo(WriteMode.UPSERT);
    assertThat(told.of(OTHER).tombstones()).isEqualTo(TombstonePolicy.SOFT_DELETE);
  }

  @Test
  void refusesToUpsertWhereAKeyWouldNotReachAllRows() {
    assertThat(
            problem(
                    "tidewater.write.mode", "upsert",
                    "iceberg.tables.default-partition-by", "day(_kafka_timestamp)")
                .message())
        .contains("without partitions");
    assertThat(
            problem(
                    "tidewater.write.mode", "upsert",
                    "tidewater.metadata-columns", "_kafka_offset")
                .message())
        .contains("_kafka_key");
    Problem problem =
        problem(
            "iceberg.table.db.orders.write.mode", "upsert",
            "iceberg.table.db.orders.id-columns", "id",
            "tidewater.on-conflict", "widen-to-string");
    assertThat(problem.key()).isEqualTo("iceberg.table.db.orders.write.mode");
    assertThat(problem.message()).contains("tidewater.on-conflict");
  }

  @Test
  void refusesUnknownWriteModes() {
    assertThat(problem("tidewater.write.mode", "merge").key()).isEqualTo("tidewater.write.mode");
    assertThat(problem("tidewater.tombstones", "bury").key()).isEqualTo("tidewater.tombstones");
    assertThat(problem("iceberg.table.db.orders.write.mode", "merge").message())
        .contains("'merge' is none of append, upsert");
  }

  @Test
  void refusesSettingsOfTablesThatAreNotListed() {
    Problem problem =
        problem("iceberg.tables", "db.orders", "iceberg.table.db.order.partition-by", "id");

    assertThat(problem.key()).isEqualTo("iceberg.table.db.order.partition-by");
    assertThat(problem.message()).contains("db.order is not in iceberg.tables");
  }

  @Test
  void refusesValuesThatCannotBeParsed() {
    assertThat(
            reading(
                    "iceberg.tables.default-partition-by", "weeks(at)",
                    "tidewater.sort-by", "at sideways",
                    "iceberg.table.db.orders.commit.bytes", "many",
                    "iceberg.table.db.orders.commit.interval-ms", "0",
                    "iceberg.control.commit.interval-ms", "0",
                    "tidewater.commit.records", "ten")
                .problems())
        .extracting(Problem::key)
        .containsExactlyInAnyOrder(
            "iceberg.tables.default-partition-by",
            "tidewater.sort-by",
            "iceberg.table.db.orders.commit.bytes",
            "iceberg.table.db.orders.commit.interval-ms",
            "iceberg.control.commit.interval-ms",
            "tidewater.commit.records");
  }
}
