/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.iceberg.catalog.Namespace;

/**
 * A namespace and its properties at one moment.
 *
 * @param namespace its name
 * @param properties its properties
 * @param version grows with every change of the properties: what a change of them compares
 */
public record NamespaceRecord(Namespace namespace, Map<String, String> properties, long version) {
  public NamespaceRecord {
    // Not Map.copyOf: what reads it asks whether it holds null, and may.
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }
}
