/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.Objects;

/**
 * Where a user may choose how records are mapped to tables.
 *
 * @param timeOfDay how a time of day is stored
 * @param nanoTimestamps how a timestamp with nanoseconds is stored
 * @param semiStructured how values without a known shape are stored
 * @param recursionDepth how often a type may stand within itself as columns before it is cut into a
 *     semi-structured value; 0 cuts it where it comes again for the first time
 * @param naming which column a field's name belongs to, and what new ones are called
 */
public record MappingOptions(
    TimeOfDay timeOfDay,
    NanoTimestamps nanoTimestamps,
    SemiStructured semiStructured,
    int recursionDepth,
    Naming naming) {
  /** What every engine reads, and columns found by their exact names. */
  public static final MappingOptions DEFAULTS =
      new MappingOptions(
          TimeOfDay.STRING, NanoTimestamps.STRING, SemiStructured.STRING, 0, Naming.DEFAULT);

  public MappingOptions {
    Objects.requireNonNull(timeOfDay, "timeOfDay");
    Objects.requireNonNull(nanoTimestamps, "nanoTimestamps");
    Objects.requireNonNull(semiStructured, "semiStructured");
    Objects.requireNonNull(naming, "naming");
    if (recursionDepth < 0) {
      throw new IllegalArgumentException("no depth: " + recursionDepth);
    }
  }

  public MappingOptions with(TimeOfDay chosen) {
    return new MappingOptions(chosen, nanoTimestamps, semiStructured, recursionDepth, naming);
  }

  public MappingOptions with(NanoTimestamps chosen) {
    return new MappingOptions(timeOfDay, chosen, semiStructured, recursionDepth, naming);
  }

  public MappingOptions with(SemiStructured chosen) {
    return new MappingOptions(timeOfDay, nanoTimestamps, chosen, recursionDepth, naming);
  }

  public MappingOptions withRecursionDepth(int chosen) {
    return new MappingOptions(timeOfDay, nanoTimestamps, semiStructured, chosen, naming);
  }

  public MappingOptions with(Naming chosen) {
    return new MappingOptions(timeOfDay, nanoTimestamps, semiStructured, recursionDepth, chosen);
  }

  public MappingOptions with(NameMatching chosen) {
    return with(new Naming(chosen, naming.columns()));
  }

  public MappingOptions with(ColumnNames chosen) {
    return with(new Naming(naming.matching(), chosen));
  }

  /** Which column a field's name belongs to. */
  public NameMatching nameMatching() {
    return naming.matching();
  }
}
