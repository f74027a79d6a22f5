/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;

/**
 * What came of one change in one format.
 *
 * @param plan what was done to the table for the new writer
 * @param again what was done to it when the old writer came back
 * @param old the struct that changed, in a file of before, read after
 * @param late the same of an old writer after the change
 * @param young the same of a new writer; empty if the record is refused
 * @param refusal why it is refused; empty if it is not
 */
record FormatOutcome(
    EvolutionPlan plan,
    EvolutionPlan again,
    Record old,
    Record late,
    List<Record> young,
    String refusal) {
  /** What the page shows, without what its row is of. */
  List<String> cells() {
    String newRecords =
        young.isEmpty() ? "refused: `" + refusal + "`" : EvolutionMatrix.print(young.get(0));
    return List.of(done(), EvolutionMatrix.print(old), newRecords, EvolutionMatrix.print(late));
  }

  /** The values of a struct, as they are printed. */
  static List<String> values(Record struct) {
    return struct.struct().fields().stream()
        .map(field -> String.valueOf(struct.getField(field.name())))
        .toList();
  }

  private String done() {
    Stream<String> changes = plan.changes().stream().map(SchemaChange::toString);
    Stream<String> conflicts =
        plan.conflicts().stream().map(conflict -> "conflict: " + conflict.describe());
    String all = Stream.concat(changes, conflicts).collect(Collectors.joining(", "));
    return all.isEmpty() ? "stays" : all;
  }
}
