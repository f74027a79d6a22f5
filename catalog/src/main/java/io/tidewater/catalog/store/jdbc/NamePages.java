/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store.jdbc;

import io.tidewater.catalog.store.Page;
import io.tidewater.catalog.store.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Cuts pages out of lists ordered by name: one row more than asked tells whether there is more. */
final class NamePages {
  private NamePages() {}

  /** The name that all names of the page are greater than. */
  static String after(PageRequest page) {
    return page.after().orElse("");
  }

  static long rows(PageRequest page) {
    return page.limit() + 1L;
  }

  static <T> Page<T> cut(List<String> names, PageRequest page, Function<String, T> item) {
    boolean more = names.size() > page.limit();
    List<String> kept = more ? names.subList(0, page.limit()) : names;
    return new Page<>(
        kept.stream().map(item).toList(),
        more ? Optional.of(kept.get(kept.size() - 1)) : Optional.empty());
  }
}
