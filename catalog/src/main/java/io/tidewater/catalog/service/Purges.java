/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.store.CatalogStore;
import io.tidewater.catalog.store.PurgeRequest;
import io.tidewater.catalog.store.TabularKind;
import java.util.concurrent.Executor;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.view.ViewMetadataParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the files of dropped tables, in the background. The store remembers what is left to do,
 * so a purge that a crash interrupts is carried on at the next start.
 */
final class Purges {
  private static final Logger LOG = LoggerFactory.getLogger(Purges.class);

  private final CatalogStore store;
  private final FileIO files;
  private final Executor background;

  Purges(CatalogStore store, FileIO files, Executor background) {
    this.store = store;
    this.files = files;
    this.background = background;
  }

  void begin() {
    background.execute(() -> store.purges().forEach(this::carryOut));
  }

  private void carryOut(PurgeRequest purge) {
    try {
      delete(purge);
      store.purged(purge);
      LOG.info("purged kind={} metadata={}", purge.kind(), purge.metadataLocation());
    } catch (RuntimeException e) {
      LOG.warn("purge failed, will be tried again metadata={}", purge.metadataLocation(), e);
    }
  }

  private void delete(PurgeRequest purge) {
    String location = purge.metadataLocation();
    try {
      if (purge.kind() == TabularKind.TABLE) {
        CatalogUtil.dropTableData(files, TableMetadataParser.read(files, location));
      } else {
        CatalogUtil.dropViewMetadata(files, ViewMetadataParser.read(files.newInputFile(location)));
      }
    } catch (NotFoundException e) {
      // The metadata goes last, so nothing else is left that anybody could find.
      LOG.info("nothing left to purge metadata={}", location);
    }
  }
}
