/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.lease;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.exceptions.AlreadyExistsException;

/** Signs among the properties of a namespace: a row in the catalog's database, and no file. */
final class NamespaceBoard implements Board {
  private static final String PREFIX = "member.";
  private static final String TRIAL = "trial";

  private final SupportsNamespaces catalog;
  private final Namespace namespace;

  NamespaceBoard(SupportsNamespaces catalog, Namespace namespace) {
    this.catalog = catalog;
    this.namespace = namespace;
  }

  /** Creates the namespace if it is missing. */
  void create() {
    try {
      if (!catalog.namespaceExists(namespace)) {
        catalog.createNamespace(namespace);
      }
    } catch (AlreadyExistsException e) {
      // Another process was as quick.
    }
  }

  /** Whether the catalog keeps properties of namespaces. */
  boolean works() {
    try {
      set(TRIAL, "passed");
      return true;
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }

  @Override
  public Map<String, String> read() {
    return signs(catalog.loadNamespaceMetadata(namespace));
  }

  static Map<String, String> signs(Map<String, String> properties) {
    return properties.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(PREFIX))
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().substring(PREFIX.length()), Map.Entry::getValue));
  }

  static String property(String member) {
    return PREFIX + member;
  }

  @Override
  public void write(String member, String sign) {
    set(property(member), sign);
  }

  private void set(String property, String value) {
    // Iceberg's request looks for null keys, which an immutable map does not bear.
    Map<String, String> change = new HashMap<>();
    change.put(property, value);
    catalog.setProperties(namespace, change);
  }

  @Override
  public void remove(Collection<String> members) {
    Set<String> properties = new HashSet<>();
    members.forEach(member -> properties.add(property(member)));
    catalog.removeProperties(namespace, properties);
  }
}
