/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.store.TabularKind;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.view.ViewMetadata;

/** How requests change views. A view is never created by a commit: it has a request of its own. */
final class ViewModel implements TabularModel<ViewMetadata> {
  @Override
  public TabularKind kind() {
    return TabularKind.VIEW;
  }

  @Override
  public boolean creates(UpdateTableRequest request) {
    return false;
  }

  @Override
  public ViewMetadata created(UpdateTableRequest request) {
    throw new UnsupportedOperationException("A commit cannot create a view");
  }

  @Override
  public ViewMetadata changed(ViewMetadata base, UpdateTableRequest request) {
    request.requirements().forEach(requirement -> requirement.validate(base));
    ViewMetadata.Builder builder = ViewMetadata.buildFrom(base);
    request.updates().forEach(update -> update.applyTo(builder));
    ViewMetadata changed = builder.build();
    return changed.changes().isEmpty() ? base : changed;
  }

  @Override
  public RuntimeException missing(TableIdentifier identifier) {
    return new NoSuchViewException("View does not exist: %s", identifier);
  }
}
