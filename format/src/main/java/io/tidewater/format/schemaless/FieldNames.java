/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.schema.NameMatching;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/** Positions of a struct's fields by the names that records use for them. */
final class FieldNames {
  /** No field has the name. */
  static final int NONE = -1;

  /** Spellings to remember beyond the columns' own: records could bring new ones for ever. */
  private static final int MOST_SPELLINGS = 10_000;

  private final StructType struct;
  private final NameMatching nameMatching;
  private final Map<String, Integer> positions = new HashMap<>();

  FieldNames(StructType struct, NameMatching nameMatching) {
    this.struct = struct;
    this.nameMatching = nameMatching;
    for (int i = 0; i < struct.fields().size(); i++) {
      positions.put(struct.fields().get(i).name(), i);
    }
  }

  /** The position of the field that a name stands for, or {@link #NONE}. */
  int position(String name) {
    Integer known = positions.get(name);
    return known == null ? lookUp(name) : known;
  }

  private int lookUp(String name) {
    NestedField field = nameMatching.find(struct, name);
    int position = field == null ? NONE : struct.fields().indexOf(field);
    if (positions.size() < MOST_SPELLINGS) {
      positions.put(name, position);
    }
    return position;
  }
}
