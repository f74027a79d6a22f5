/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.testing.query.QueryException;
import io.tidewater.testing.s3.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses Iceberg's catalog on files in place of a REST catalog, which is a product of its own. */
final class SparkSqlIT {
  @TempDir static Path directory;

  private static S3Server s3;
  private static SparkSql spark;

  @BeforeAll
  static void start() {
    s3 = S3Server.start(directory.resolve("s3"));
    s3.createBucket("warehouse");
    spark =
        SparkSql.start(
            new SparkSettings(
                    directory.resolve("spark"),
                    "ice",
                    Map.of(
                        "type",
                        "hadoop",
                        "warehouse",
                        directory.resolve("warehouse").toUri().toString()),
                    768,
                    Map.of())
                .withCatalogProperties(s3.access().fileIoProperties())
                .withCatalogProperties(Map.of("io-impl", "org.apache.iceberg.io.ResolvingFileIO")));
  }

  @AfterAll
  static void stop() {
    spark.close();
    s3.close();
  }

  @Test
  void answersTypedCells() {
    assertThat(
            spark
                .query(
                    "select 1 as a, 'x' as b, null as c, array(1, 2) as d, "
                        + "named_struct('e', 2.5D) as f, true as a")
                .rows())
        .containsExactly(row(1, "x", null, List.of(1, 2), Map.of("e", 2.5), true));
  }

  @Test
  void keepsAnIcebergTableOnLocalFiles() {
    spark.query(
        "create table shop.local (id bigint, item string) tblproperties ('format-version'='3')");
    spark.query("insert into shop.local values (1, 'kelp'), (2, null)");
    spark.query("delete from shop.local where id = 1");

    assertThat(spark.query("select * from shop.local").rows()).containsExactly(row(2, null));
  }

  @Test
  void keepsTheDataOfAnIcebergTableOnS3() throws IOException {
    spark.query(
        "create table shop.remote (id bigint) tblproperties ('write.data.path'='s3://warehouse/remote')");
    spark.query("insert into shop.remote values (1), (2)");

    assertThat(spark.query("select count(*) from shop.remote").singleLong()).isEqualTo(2);
    try (Stream<Path> objects = Files.walk(s3.createBucket("warehouse"))) {
      assertThat(objects).anyMatch(object -> object.toString().endsWith(".parquet"));
    }
  }

  @Test
  void cutsAnswersAtTheLimit() {
    assertThat(spark.query("select * from range(10)", 3).rows()).hasSize(3);
    assertThat(spark.query("select * from range(10)", 3).truncated()).isTrue();
    assertThat(spark.query("select * from range(10)", 10).truncated()).isFalse();
  }

  @Test
  void goesOnAfterAStatementThatSparkRefuses() {
    assertThatThrownBy(() -> spark.query("select * from nowhere.nothing"))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("select * from nowhere.nothing")
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");

    assertThat(spark.query("select 1").singleLong()).isEqualTo(1);
  }

  @SafeVarargs
  private static <T> List<T> row(T... cells) {
    return Arrays.asList(cells);
  }
}
