/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import java.util.List;
import java.util.Map;

/**
 * What a change of properties did.
 *
 * @param updated the properties that were set
 * @param removed the properties that were there and are gone
 * @param missing the properties that were to be removed but were not there
 */
public record PropertiesChange(List<String> updated, List<String> removed, List<String> missing) {
  static PropertiesChange of(
      Map<String, String> before, List<String> removals, Map<String, String> updates) {
    return new PropertiesChange(
        updates.keySet().stream().toList(),
        removals.stream().distinct().filter(before::containsKey).toList(),
        removals.stream().distinct().filter(key -> !before.containsKey(key)).toList());
  }
}
