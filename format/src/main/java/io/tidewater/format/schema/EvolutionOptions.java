/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.Objects;

/**
 * How a table may evolve.
 *
 * @param formatVersion the table's own format version, which decides what can be widened
 * @param nameMatching which column a field's name belongs to
 */
public record EvolutionOptions(int formatVersion, NameMatching nameMatching) {
  public EvolutionOptions {
    Objects.requireNonNull(nameMatching, "nameMatching");
    if (formatVersion < 1) {
      throw new IllegalArgumentException("no format version: " + formatVersion);
    }
  }
}
