/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.assess.Maintenances;
import io.tidewater.compaction.deletes.convert.ConvertDeletes;
import io.tidewater.compaction.deletes.repack.RepackDeletes;
import io.tidewater.compaction.erase.EraseByKey;
import io.tidewater.compaction.erase.EraseRequests;
import io.tidewater.compaction.erase.RequestFolder;
import io.tidewater.compaction.expiry.Expiry;
import io.tidewater.compaction.manifests.ManifestMaintenance;
import io.tidewater.compaction.metadata.MetadataHygiene;
import io.tidewater.compaction.observe.Observations;
import io.tidewater.compaction.orphans.CatalogNeighbours;
import io.tidewater.compaction.orphans.DeleteOrphanFiles;
import io.tidewater.compaction.parquet.ColumnarOptions;
import io.tidewater.compaction.parquet.ColumnarRewriting;
import io.tidewater.compaction.policy.Configuration;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.rewrite.LocalEngine;
import io.tidewater.compaction.rewrite.RewriteEngine;
import io.tidewater.compaction.rewrite.Rewriting;
import io.tidewater.compaction.rewrite.maintain.RewriteMaintenance;
import io.tidewater.compaction.rewrite.row.RowRewriter;
import io.tidewater.compaction.run.RunOptions;
import io.tidewater.compaction.schema.SchemaMaintenance;
import io.tidewater.compaction.statistics.StatisticsMaintenance;
import io.tidewater.compaction.ttl.RemoveExpiredRows;
import io.tidewater.format.registry.CachedSchemaRegistry;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.http.HttpSchemaRegistry;
import io.tidewater.format.registry.http.RegistryOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.inmemory.InMemoryCatalog;

/** All kinds of maintenance that the service does. */
final class StandardMaintenances {
  /** A tenth of the heap holds what is known of partitions, which takes half a kilobyte each. */
  private static final long HEAP_PER_PARTITION = 10 * 512;

  private static final List<Rewriting> WAYS =
      List.of(new ColumnarRewriting(ColumnarOptions.DEFAULT), RowRewriter.EVERY_GROUP);

  private StandardMaintenances() {}

  /** To read options with; they cannot look at tables. */
  static Maintenances described() {
    return of(
        new InMemoryCatalog(),
        Optional.empty(),
        EraseRequests.NONE,
        new LocalEngine(WAYS, Path.of("")),
        Path.of(""));
  }

  /**
   * To work with.
   *
   * @throws IOException the scratch folder cannot be made
   */
  static Maintenances over(Catalog catalog, Configuration configuration) throws IOException {
    Policy options = configuration.service();
    String folder = options.get(RunOptions.SCRATCH_FOLDER);
    Path scratch = Path.of(folder.isEmpty() ? System.getProperty("java.io.tmpdir") : folder);
    Files.createDirectories(scratch);
    String requests = options.get(RunOptions.ERASE_REQUESTS);
    return of(
        catalog,
        registry(configuration),
        requests.isEmpty() ? EraseRequests.NONE : new RequestFolder(Path.of(requests)),
        EngineOptions.engine(configuration, WAYS, scratch),
        scratch);
  }

  private static Maintenances of(
      Catalog catalog,
      Optional<SchemaRegistry> registry,
      EraseRequests requests,
      RewriteEngine engine,
      Path scratch) {
    Waiting waiting = new Waiting();
    return new Maintenances(
        List.of(
            new SchemaMaintenance(registry, waiting::betweenAttempts),
            new RemoveExpiredRows(waiting::betweenAttempts),
            new EraseByKey(requests, catalog, waiting::betweenAttempts, scratch),
            new ConvertDeletes(waiting::betweenAttempts),
            new RewriteMaintenance(
                new Observations((int) (Runtime.getRuntime().maxMemory() / HEAP_PER_PARTITION)),
                engine,
                waiting::betweenAttempts),
            new RepackDeletes(waiting::betweenAttempts),
            new ManifestMaintenance(waiting::betweenAttempts),
            new MetadataHygiene(),
            new Expiry(waiting::betweenAttempts, waiting::pass),
            new DeleteOrphanFiles(
                new CatalogNeighbours(catalog, InstantSource.system()), scratch, waiting::pass),
            new StatisticsMaintenance()));
  }

  private static Optional<SchemaRegistry> registry(Configuration configuration) {
    return configuration.registry().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CachedSchemaRegistry(
                HttpSchemaRegistry.of(RegistryOptions.of(configuration.registry())),
                InstantSource.system()));
  }
}
