/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.sink;

import io.tidewater.examples.table.CatalogSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.rest.RESTCatalog;
import org.awaitility.Awaitility;

/** The tables of the catalog, read by Iceberg's own reader. */
public final class SinkTables implements AutoCloseable {
  private static final Duration CATCH_UP = Duration.ofSeconds(20);

  private final RESTCatalog catalog = new RESTCatalog();

  SinkTables(CatalogSettings settings) {
    Map<String, String> properties = new HashMap<>(settings.properties());
    properties.put("uri", settings.uri());
    catalog.setConf(new Configuration());
    catalog.initialize("tests", properties);
  }

  public RESTCatalog catalog() {
    return catalog;
  }

  /** A table as it is now. */
  public Table load(String name) {
    return catalog.loadTable(TableIdentifier.parse(name));
  }

  /** Waits until there is a table. */
  void awaitTable(String name) {
    Awaitility.await(name)
        .atMost(CATCH_UP)
        .until(() -> catalog.tableExists(TableIdentifier.parse(name)));
  }

  void createNamespace(Namespace namespace) {
    if (!catalog.namespaceExists(namespace)) {
      catalog.createNamespace(namespace);
    }
  }

  /** The rows as they are now, in the order of their offsets. */
  public List<Record> rows(String name) {
    return rows(load(name));
  }

  /** Waits until a table has so many rows at least; returns them in the order of their offsets. */
  public List<Record> await(String name, int rows) {
    TableIdentifier identifier = TableIdentifier.parse(name);
    Awaitility.await(rows + " rows in " + name)
        .atMost(CATCH_UP)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> catalog.tableExists(identifier) && rows(name).size() >= rows);
    return rows(name);
  }

  private static List<Record> rows(Table table) {
    List<Record> rows = new ArrayList<>();
    try (CloseableIterable<Record> all = IcebergGenerics.read(table).build()) {
      all.forEach(rows::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (table.schema().findField("_kafka_offset") != null) {
      rows.sort(
          Comparator.comparing((Record row) -> (Integer) row.getField("_kafka_partition"))
              .thenComparing(row -> (Long) row.getField("_kafka_offset")));
    }
    return rows;
  }

  @Override
  public void close() {
    try {
      catalog.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
