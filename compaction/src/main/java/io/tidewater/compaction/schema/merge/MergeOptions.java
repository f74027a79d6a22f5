/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.compaction.policy.PolicyOption;
import java.util.List;

/** Which columns are merged. */
public final class MergeOptions {
  public static final PolicyOption<List<String>> COLUMNS =
      PolicyOption.list(
          "schema.merge-columns",
          List.of(),
          "Columns that have been given versions beside them, as amount has amount__v2. The newest"
              + " version gets the values of the older ones, converted, and then the name; the"
              + " older column stays, with its values, under the version's name. Refused where a"
              + " value would not survive the conversion.");

  /** All of them. */
  public static final List<PolicyOption<?>> ALL = List.of(COLUMNS);

  private MergeOptions() {}
}
