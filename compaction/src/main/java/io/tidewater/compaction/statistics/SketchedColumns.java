/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.statistics;

import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.TableView;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;

/**
 * The columns that a policy wants sketched.
 *
 * @param schema those that can be
 * @param problems why the others cannot
 */
record SketchedColumns(Schema schema, List<Finding> problems) {
  SketchedColumns {
    problems = List.copyOf(problems);
  }

  static SketchedColumns of(TableView view) {
    List<Types.NestedField> fields = new ArrayList<>();
    List<Finding> problems = new ArrayList<>();
    for (String name : view.policy().get(StatisticsOptions.DISTINCT_COLUMNS)) {
      Types.NestedField field = view.table().schema().asStruct().field(name);
      if (field == null || !field.type().isPrimitiveType()) {
        problems.add(
            Finding.needsPerson(
                "column " + name,
                field == null
                    ? "there is no such top-level column: correct "
                        + StatisticsOptions.DISTINCT_COLUMNS
                    : "values of type " + field.type() + " cannot be told apart"));
      } else {
        fields.add(field);
      }
    }
    return new SketchedColumns(new Schema(fields), problems);
  }
}
