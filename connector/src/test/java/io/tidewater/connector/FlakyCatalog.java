/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import java.util.HashMap;
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
  private final Map<TableIdentifier, Integer> refusals = new HashMap<>();
  private boolean flaky;
  private Runnable beforeCommit = () -> {};

  FlakyCatalog(Random random) {
    this.random = random;
    initialize("flaky", Map.of());
  }

  void setFlaky(boolean flaky) {
    this.flaky = flaky;
  }

  /** Something that happens just before each commit; it may throw what kills a process. */
  void beforeCommit(Runnable event) {
    beforeCommit = event;
  }

  @Override
  protected TableOperations newTableOps(TableIdentifier table) {
    return new FlakyOperations(table, super.newTableOps(table));
  }

  private final class FlakyOperations implements TableOperations {
    private final TableIdentifier table;
    private final TableOperations inner;

    FlakyOperations(TableIdentifier table, TableOperations inner) {
      this.table = table;
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
      beforeCommit.run();
      if (flaky && refusals.merge(table, -1, Integer::sum) > 0) {
        throw new ServiceUnavailableException("out of order");
      }
      int fate = flaky && base != null ? random.nextInt(8) : 8;
      if (fate == 3 && random.nextInt(6) == 0) {
        // Longer than a committer has patience, and for this table only.
        refusals.put(table, 40);
      }
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
