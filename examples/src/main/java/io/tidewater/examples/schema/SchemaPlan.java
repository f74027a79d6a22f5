/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import java.util.List;
import org.apache.iceberg.Schema;

/**
 * What versions of a subject would do to a table.
 *
 * @param exists whether the table is there already
 * @param steps one for each version, in the order in which the table would follow them
 * @param result the table's columns after all of them
 */
record SchemaPlan(String subject, String table, boolean exists, List<Step> steps, Schema result) {
  SchemaPlan {
    steps = List.copyOf(steps);
  }

  /** The gravest of the steps'. */
  Severity severity() {
    return steps.stream().map(Step::severity).reduce(Severity.NONE, Severity::and);
  }
}
