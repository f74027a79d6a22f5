/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.page.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Rows of the page of evolution: one for all versions of tables that come to the same. */
final class VersionRows {
  private VersionRows() {}

  /**
   * @param first the cells before the versions
   * @param cells those after them, by the version
   */
  static void print(Page page, List<String> first, IntFunction<List<String>> cells) {
    Map<List<String>, String> versions = new LinkedHashMap<>();
    for (int version : EvolutionMatrix.VERSIONS) {
      versions.merge(
          cells.apply(version), String.valueOf(version), (one, other) -> one + ", " + other);
    }
    versions.forEach(
        (last, numbers) -> {
          List<String> row = new ArrayList<>(first);
          row.add(numbers);
          row.addAll(last);
          page.row(row.toArray(String[]::new));
        });
  }
}
