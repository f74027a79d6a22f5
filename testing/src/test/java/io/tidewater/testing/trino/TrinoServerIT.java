/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.testing.query.QueryException;
import io.tidewater.testing.s3.S3Access;
import io.tidewater.testing.s3.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses Trino's test catalog on S3 in place of a REST catalog, which is a product of its own. */
final class TrinoServerIT {
  @TempDir static Path directory;

  private static S3Server s3;
  private static TrinoServer trino;

  @BeforeAll
  static void start() {
    s3 = S3Server.start(directory.resolve("s3"));
    s3.createBucket("warehouse");
    trino =
        TrinoServer.start(
            TrinoSettings.in(directory.resolve("trino"))
                .withCatalog("ice", icebergOnS3(s3.access())));
  }

  @AfterAll
  static void stop() {
    trino.close();
    s3.close();
  }

  @Test
  void answersTypedCells() {
    assertThat(
            trino
                .query(
                    "select 1 as a, 'x' as b, null as c, array[1, 2] as d, "
                        + "cast(row(2.5e0) as row(e double)) as f, true as g")
                .rows())
        .containsExactly(Arrays.asList(1, "x", null, List.of(1, 2), Map.of("e", 2.5), true));
  }

  @Test
  void keepsACatalogOnS3() throws IOException {
    trino.query("create schema ice.shop");

    assertThat(trino.query("show schemas from ice").column("Schema")).contains("shop");
    try (Stream<Path> objects = Files.walk(s3.createBucket("warehouse"))) {
      assertThat(objects).anyMatch(object -> object.toString().contains("shop"));
    }
  }

  @Test
  void saysWhatTrinoRefused() {
    assertThatThrownBy(() -> trino.query("select * from nowhere.x.y"))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("select * from nowhere.x.y")
        .hasMessageContaining("nowhere");
  }

  private static Map<String, String> icebergOnS3(S3Access access) {
    Map<String, String> properties = new HashMap<>(TrinoSettings.s3Properties(access));
    properties.put("connector.name", "iceberg");
    properties.put("iceberg.catalog.type", "TESTING_FILE_METASTORE");
    properties.put("hive.metastore.catalog.dir", "s3://warehouse/");
    return properties;
  }
}
