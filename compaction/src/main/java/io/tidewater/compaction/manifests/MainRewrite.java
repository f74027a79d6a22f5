/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.manifests;

import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.apache.iceberg.RewriteManifests;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotAncestryValidator;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.SnapshotUpdate;

/**
 * The library's rewriting of manifests, which always commits to the main branch, and refuses even
 * to be told so.
 */
final class MainRewrite implements SnapshotUpdate<MainRewrite> {
  private final RewriteManifests update;

  MainRewrite(RewriteManifests update) {
    this.update = update;
  }

  @Override
  public MainRewrite toBranch(String branch) {
    if (!branch.equals(SnapshotRef.MAIN_BRANCH)) {
      throw new UnsupportedOperationException(
          "Iceberg rewrites manifests of main only, not of branch "
              + branch
              + "; switch the kind manifests off for the table");
    }
    return this;
  }

  @Override
  public MainRewrite set(String property, String value) {
    update.set(property, value);
    return this;
  }

  @Override
  public MainRewrite deleteWith(Consumer<String> deleteFunc) {
    update.deleteWith(deleteFunc);
    return this;
  }

  @Override
  public MainRewrite stageOnly() {
    update.stageOnly();
    return this;
  }

  @Override
  public MainRewrite scanManifestsWith(ExecutorService executorService) {
    update.scanManifestsWith(executorService);
    return this;
  }

  @Override
  public MainRewrite validateWith(SnapshotAncestryValidator validator) {
    update.validateWith(validator);
    return this;
  }

  @Override
  public Snapshot apply() {
    return update.apply();
  }

  @Override
  public void commit() {
    update.commit();
  }

  @Override
  public Object updateEvent() {
    return update.updateEvent();
  }
}
