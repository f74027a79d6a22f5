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
 * @param nameMatching which column a field's name belongs to
 */
public record MappingOptions(
    TimeOfDay timeOfDay,
    NanoTimestamps nanoTimestamps,
    SemiStructured semiStructured,
    int recursionDepth,
    NameMatching nameMatching) {
  /** What every engine reads, and columns found by their exact names. */
  public static final MappingOptions DEFAULTS =
      new MappingOptions(
          TimeOfDay.STRING,
          NanoTimestamps.STRING,
          SemiStructured.STRING,
          0,
          NameMatching.CASE_SENSITIVE);

  public MappingOptions {
    Objects.requireNonNull(timeOfDay, "timeOfDay");
    Objects.requireNonNull(nanoTimestamps, "nanoTimestamps");
    Objects.requireNonNull(semiStructured, "semiStructured");
    Objects.requireNonNull(nameMatching, "nameMatching");
    if (recursionDepth < 0) {
      throw new IllegalArgumentException("no depth: " + recursionDepth);
    }
  }

  public MappingOptions with(TimeOfDay chosen) {
    return new MappingOptions(chosen, nanoTimestamps, semiStructured, recursionDepth, nameMatching);
  }

  public MappingOptions with(NanoTimestamps chosen) {
    return new MappingOptions(timeOfDay, chosen, semiStructured, recursionDepth, nameMatching);
  }

  public MappingOptions with(SemiStructured chosen) {
    return new MappingOptions(timeOfDay, nanoTimestamps, chosen, recursionDepth, nameMatching);
  }

  public MappingOptions withRecursionDepth(int chosen) {
    return new MappingOptions(timeOfDay, nanoTimestamps, semiStructured, chosen, nameMatching);
  }

  public MappingOptions with(NameMatching chosen) {
    return new MappingOptions(timeOfDay, nanoTimestamps, semiStructured, recursionDepth, chosen);
  }
}
