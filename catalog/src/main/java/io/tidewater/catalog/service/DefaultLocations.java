/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.store.CatalogStore;
import io.tidewater.catalog.store.NamespaceRecord;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.util.LocationUtil;

/**
 * Where a table or view goes whose creator does not say. Every location is used once: a table that
 * was dropped, or renamed away, never shares a directory with the next of its name. Names can hold
 * any character, locations cannot, so they are only legible, not exact.
 */
final class DefaultLocations {
  /** The property of a namespace that moves what is created in it elsewhere. */
  static final String LOCATION = "location";

  private static final int LONGEST_NAME = 64;

  private final CatalogStore store;
  private final String warehouse;
  private final Supplier<UUID> ids;

  DefaultLocations(CatalogStore store, String warehouse, Supplier<UUID> ids) {
    this.store = store;
    this.warehouse = LocationUtil.stripTrailingSlash(warehouse);
    this.ids = ids;
  }

  String of(TableIdentifier identifier) {
    return "%s/%s-%s".formatted(of(identifier.namespace()), legible(identifier.name()), ids.get());
  }

  private String of(Namespace namespace) {
    return chosen(namespace)
        .map(LocationUtil::stripTrailingSlash)
        .orElseGet(
            () ->
                Arrays.stream(namespace.levels())
                    .map(DefaultLocations::legible)
                    .collect(Collectors.joining("/", warehouse + "/", "")));
  }

  private Optional<String> chosen(Namespace namespace) {
    return store
        .namespace(namespace)
        .map(NamespaceRecord::properties)
        .map(properties -> properties.get(LOCATION));
  }

  /** Letters, digits and a few marks stay; a leading dot would hide the directory. */
  private static String legible(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_.-]", "_").replaceFirst("^\\.", "_");
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
  }
}
