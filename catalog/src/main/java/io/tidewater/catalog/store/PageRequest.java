/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store;

import java.util.Optional;

/**
 * Which part of a list is wanted. Lists are ordered by name, so a page starts after a name and
 * stays right while names come and go.
 *
 * @param after the last name of the page before; empty for the first page
 * @param limit how many names at most
 */
public record PageRequest(Optional<String> after, int limit) {
  /** The whole list. */
  public static final PageRequest EVERYTHING = new PageRequest(Optional.empty(), Integer.MAX_VALUE);

  public PageRequest {
    if (limit < 1) {
      throw new IllegalArgumentException("A page holds at least one name, but asked was " + limit);
    }
  }
}
