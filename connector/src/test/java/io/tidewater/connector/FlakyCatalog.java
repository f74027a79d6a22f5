/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import java.util.Map;
import java.util.Random;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.encryption.EncryptionManager;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.ServiceUnavailableException;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/** A catalog that at times refuses a commit, or carries it out and does not say so. */
final class FlakyCatalog extends InMemoryCatalog {
  private final Random random;
  private boolean flaky;

  FlakyCatalog(Random random) {
    this.random = random;
    initialize("flaky", Map.of());
  }

  void setFlaky(boolean flaky) {
    this.flaky = flaky;
  }

  @Override
  protected TableOperations newTableOps(TableIdentifier table) {
    return new FlakyOperations(super.newTableOps(table));
  }

  private final class FlakyOperations implements TableOperations {
    private final TableOperations inner;

    FlakyOperations(TableOperations inner) {
      this.inner = inner;
    }

    @Override
    public TableMetadata current() {
      return inner.current();
    }

    @Override
    public TableMetadata refresh() {
      return inner.refresh();
    }

    @Override
    public void commit(TableMetadata base, TableMetadata metadata) {
      int fate = flaky && base != null ? random.nextInt(8) : 8;
      if (fate == 0) {
        throw new ServiceUnavailableException("not now");
      }
      if (fate == 1) {
        throw new CommitStateUnknownException(new IllegalStateException("lost before"));
      }
      inner.commit(base, metadata);
      if (fate == 2) {
        throw new CommitStateUnknownException(new IllegalStateException("lost after"));
      }
    }

    @Override
    public FileIO io() {
      return inner.io();
    }

    @Override
    public EncryptionManager encryption() {
      return inner.encryption();
    }

    @Override
    public String metadataFileLocation(String fileName) {
      return inner.metadataFileLocation(fileName);
    }

    @Override
    public LocationProvider locationProvider() {
      return inner.locationProvider();
    }

    @Override
    public TableOperations temp(TableMetadata uncommitted) {
      return inner.temp(uncommitted);
    }

    @Override
    public long newSnapshotId() {
      return inner.newSnapshotId();
    }
  }
}
