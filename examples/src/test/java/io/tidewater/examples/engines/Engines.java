/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.engines;

import io.tidewater.examples.sink.SinkServers;
import io.tidewater.testing.query.QueryResult;
import io.tidewater.testing.s3.S3Access;
import io.tidewater.testing.s3.S3Server;
import io.tidewater.testing.spark.SparkSettings;
import io.tidewater.testing.spark.SparkSql;
import io.tidewater.testing.trino.TrinoServer;
import io.tidewater.testing.trino.TrinoSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The sink's servers with tables on S3, and Spark and Trino on the same catalog, {@code ice}. Spark
 * has a second one, {@code alone}, whose tables are local files.
 */
public final class Engines implements AutoCloseable {
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final SinkServers servers;
  private final CatalogAlone alone;
  private final SparkSql spark;
  private final TrinoSettings trinoSettings;
  private @Nullable TrinoServer trino;

  private Engines(Path folder) {
    try {
      S3Server s3 = stopLater(S3Server.start(folder.resolve("s3")));
      s3.createBucket("warehouse");
      servers = stopLater(SinkServers.start(folder, plan(s3.access())));
      alone = stopLater(CatalogAlone.start(folder));
      URI catalog = URI.create(servers.catalogUri());
      spark =
          stopLater(
              SparkSql.start(
                  SparkSettings.in(folder.resolve("spark"), catalog)
                      .withSparkProperty(
                          "spark.sql.catalog.alone", "org.apache.iceberg.spark.SparkCatalog")
                      .withSparkProperty("spark.sql.catalog.alone.type", "rest")
                      .withSparkProperty("spark.sql.catalog.alone.uri", alone.uri().toString())));
      trinoSettings =
          TrinoSettings.in(folder.resolve("trino")).withRestCatalog("ice", catalog, s3.access());
    } catch (RuntimeException e) {
      close();
      throw e;
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    }
  }

  static Engines start(Path folder) {
    return new Engines(folder);
  }

  public SinkServers sink() {
    return servers;
  }

  CatalogAlone alone() {
    return alone;
  }

  public QueryResult spark(String sql) {
    return spark.query(sql);
  }

  /** Starts Trino if nobody has asked it yet. */
  public QueryResult trino(String sql) {
    if (trino == null) {
      trino = stopLater(TrinoServer.start(trinoSettings));
    }
    return trino.query(sql);
  }

  /** Both engines, under their names. */
  public Map<String, Function<String, QueryResult>> both() {
    return Map.of("Spark", this::spark, "Trino", this::trino);
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.removeLast().close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot stop a server", e);
      }
    }
  }

  /** Only the catalog knows S3's address and credentials; its clients learn them from it. */
  private static SinkServers.Plan plan(S3Access s3) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--warehouse=s3://warehouse/tables");
    arguments.add("--vend-static-credentials");
    s3.fileIoProperties().forEach((key, value) -> arguments.add("--property=" + key + "=" + value));
    return new SinkServers.Plan(UnaryOperator.identity(), Map.of(), arguments);
  }

  private <T extends AutoCloseable> T stopLater(T server) {
    running.addLast(server);
    return server;
  }
}
