/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.store.CatalogStore;
import io.tidewater.catalog.store.NamespaceRecord;
import io.tidewater.catalog.store.Page;
import io.tidewater.catalog.store.PageRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.UnprocessableEntityException;

/** Namespaces and their properties. Safe for use by many threads. */
public final class NamespaceService {
  private final CatalogStore store;

  public NamespaceService(CatalogStore store) {
    this.store = store;
  }

  public void create(Namespace namespace, Map<String, String> properties) {
    Names.check(namespace);
    store.createNamespace(namespace, properties);
  }

  public NamespaceRecord load(Namespace namespace) {
    return store
        .namespace(namespace)
        .filter(found -> !namespace.isEmpty())
        .orElseThrow(() -> new NoSuchNamespaceException("Namespace does not exist: %s", namespace));
  }

  /** The direct children of a namespace; those of the empty namespace are the top level. */
  public Page<Namespace> children(Namespace parent, PageRequest page) {
    return store.namespaces(parent, page);
  }

  public void drop(Namespace namespace) {
    Names.check(namespace);
    store.dropNamespace(namespace);
  }

  /**
   * Removes and sets properties at once.
   *
   * @throws UnprocessableEntityException if one is to be both removed and set
   */
  public PropertiesChange changeProperties(
      Namespace namespace, List<String> removals, Map<String, String> updates) {
    Set<String> both = new HashSet<>(removals);
    both.retainAll(updates.keySet());
    if (!both.isEmpty()) {
      throw new UnprocessableEntityException(
          "Properties cannot be both removed and set: %s", String.join(", ", both));
    }
    while (true) {
      NamespaceRecord base = load(namespace);
      Map<String, String> properties = new HashMap<>(base.properties());
      properties.keySet().removeAll(Set.copyOf(removals));
      properties.putAll(updates);
      if (store.replaceProperties(base, properties)) {
        return PropertiesChange.of(base.properties(), removals, updates);
      }
    }
  }
}
