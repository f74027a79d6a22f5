/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a table remembers of the records that its columns were made for, so that records of old and
 * new writers find the same column whatever order they come in. Kept as a table property, written
 * by the same commit as the schema.
 *
 * @param schemaId the newest schema of the registry that the table has followed: an older one
 *     changes no doc, default or name any more
 * @param names by column id, the names that records have, or had, for a column of another name
 * @param numbers by the record's full name, or the column id of a nested struct as text, Protobuf's
 *     field numbers and the ids of their columns
 */
public record FieldHistory(
    OptionalInt schemaId,
    Map<Integer, List<String>> names,
    Map<String, Map<Integer, Integer>> numbers) {
  /** A table whose columns have the names that records have for them. */
  public static final FieldHistory EMPTY =
      new FieldHistory(OptionalInt.empty(), Map.of(), Map.of());

  public FieldHistory {
    names = Map.copyOf(names);
    numbers = Map.copyOf(numbers);
  }
}
