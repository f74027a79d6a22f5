/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.Objects;

/**
 * Where a user may choose how records are mapped to tables.
 *
 * @param timeOfDay how a time of day is stored
 * @param nanoTimestamps how a timestamp with nanoseconds is stored
 * @param nameMatching which column a field's name belongs to
 */
public record MappingOptions(
    TimeOfDay timeOfDay, NanoTimestamps nanoTimestamps, NameMatching nameMatching) {
  /** What every engine reads, and columns found by their exact names. */
  public static final MappingOptions DEFAULTS =
      new MappingOptions(TimeOfDay.STRING, NanoTimestamps.STRING, NameMatching.CASE_SENSITIVE);

  public MappingOptions {
    Objects.requireNonNull(timeOfDay, "timeOfDay");
    Objects.requireNonNull(nanoTimestamps, "nanoTimestamps");
    Objects.requireNonNull(nameMatching, "nameMatching");
  }

  public MappingOptions with(TimeOfDay chosen) {
    return new MappingOptions(chosen, nanoTimestamps, nameMatching);
  }

  public MappingOptions with(NanoTimestamps chosen) {
    return new MappingOptions(timeOfDay, chosen, nameMatching);
  }

  public MappingOptions with(NameMatching chosen) {
    return new MappingOptions(timeOfDay, nanoTimestamps, chosen);
  }
}
