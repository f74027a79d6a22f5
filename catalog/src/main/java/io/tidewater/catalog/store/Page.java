/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param items what is on the page, ordered by name
 * @param next the name to continue after; empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    // Not List.copyOf: what reads it asks whether it holds null, and may.
    items = items.stream().toList();
  }
}
