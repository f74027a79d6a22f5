/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.metadata.StoredMetadata;
import io.tidewater.catalog.storage.WarehouseFileIO;
import io.tidewater.catalog.store.CatalogStore;
import io.tidewater.catalog.store.jdbc.JdbcCatalogStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.iceberg.MetadataUpdate;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.UpdateRequirement;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.rest.requests.CreateTableRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.types.Types;

/** The services over a real store and real files; faults can be put in between. */
final class ServiceFixture implements AutoCloseable {
  static final Namespace SEA = Namespace.of("sea");
  static final Schema SCHEMA =
      new Schema(Types.NestedField.required(1, "id", Types.LongType.get()));

  private final CatalogStore store;
  private final CountingFiles files = new CountingFiles(new WarehouseFileIO(Map.of()));
  private final CatalogServices services;

  /**
   * @param faults wraps the store in whatever shall go wrong
   */
  ServiceFixture(Path directory, UnaryOperator<CatalogStore> faults) {
    this.store =
        faults.apply(JdbcCatalogStore.sqlite(directory.resolve("catalog.db"), UUID::randomUUID));
    this.services =
        new CatalogServices(
            store,
            files,
            new WarehouseSettings("file://" + directory + "/warehouse", 16 << 20),
            UUID::randomUUID,
            Runnable::run);
    if (store.namespace(SEA).isEmpty()) {
      services.namespaces().create(SEA, Map.of());
    }
  }

  CatalogServices services() {
    return services;
  }

  CatalogStore store() {
    return store;
  }

  CountingFiles files() {
    return files;
  }

  TableIdentifier createTable(String name) {
    services.tableCreation().create(SEA, tableNamed(name));
    return TableIdentifier.of(SEA, name);
  }

  StoredMetadata<TableMetadata> load(TableIdentifier table) {
    return services.tables().load(services.tables().find(table));
  }

  static CreateTableRequest tableNamed(String name) {
    return CreateTableRequest.builder().withName(name).withSchema(SCHEMA).build();
  }

  /** A change that conflicts with no other. */
  static UpdateTableRequest setting(TableIdentifier table, String key, String value) {
    return UpdateTableRequest.create(
        table, List.of(), List.of(new MetadataUpdate.SetProperties(Map.of(key, value))));
  }

  /** A change that conflicts with every change of the schema. */
  static UpdateTableRequest changingSchema(TableIdentifier table, int lastFieldId, Schema schema) {
    return UpdateTableRequest.create(
        table,
        List.of(new UpdateRequirement.AssertLastAssignedFieldId(lastFieldId)),
        List.of(new MetadataUpdate.AddSchema(schema), new MetadataUpdate.SetCurrentSchema(-1)));
  }

  @Override
  public void close() {
    store.close();
  }
}
