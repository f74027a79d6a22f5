/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a table remembers of the records that its columns were made for, so that records of old and
 * new writers find the same column whatever order they come in. Kept as a table property, written
 * by the same commit as the schema.
 *
 * @param schemaId the newest schema of the registry that has changed the table: an older one
 *     changes no doc, default or name any more
 * @param names by column id, the names that records have for the column, the present one first,
 *     then former ones; a column that is not among them has its own name and no other
 * @param numbers by {@linkplain #container container}, Protobuf's field numbers and the ids of
 *     their columns
 */
public record FieldHistory(
    OptionalInt schemaId,
    Map<Integer, List<String>> names,
    Map<String, Map<Integer, Integer>> numbers) {
  /** The table property that holds the history, as JSON. */
  public static final String PROPERTY = "tidewater.fields";

  /** A table whose columns have the names that records have for them. */
  public static final FieldHistory EMPTY =
      new FieldHistory(OptionalInt.empty(), Map.of(), Map.of());

  public FieldHistory {
    names = Map.copyOf(names);
    numbers = Map.copyOf(numbers);
  }

  /**
   * The history that a table's properties tell.
   *
   * @throws MalformedHistoryException if the property is damaged
   */
  public static FieldHistory of(Map<String, String> properties) {
    String text = properties.get(PROPERTY);
    return text == null || text.isBlank() ? EMPTY : FieldHistoryJson.read(text);
  }

  /** The property's text, the same for equal histories. */
  public String toJson() {
    return FieldHistoryJson.write(this);
  }

  /** Whether there is nothing to keep. */
  public boolean isEmpty() {
    return equals(EMPTY);
  }

  /**
   * What is known of records of the schema with that id: whether the table has seen a newer one.
   */
  boolean isOlder(OptionalInt incoming) {
    return incoming.isEmpty()
        || (schemaId.isPresent() && incoming.getAsInt() < schemaId.getAsInt());
  }

  /** The field numbers of one struct, and the ids of their columns. */
  Map<Integer, Integer> numbersOf(String container) {
    return numbers.getOrDefault(container, Map.of());
  }

  /**
   * What the field numbers of one struct are filed under: the full name of the records' type, and
   * for a struct within them the id of the field, element or map value that is the struct.
   *
   * @param structId null for the record itself
   */
  static String container(String recordName, @Nullable Integer structId) {
    return structId == null ? recordName : recordName + "/" + structId;
  }
}
