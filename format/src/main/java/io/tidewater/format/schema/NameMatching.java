/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.Locale;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/** Which column a record's field of some name belongs to. */
public enum NameMatching {
  /** The column of exactly that name. */
  CASE_SENSITIVE {
    @Override
    public @Nullable NestedField find(StructType struct, String name) {
      return struct.field(name);
    }

    @Override
    String canonical(String name) {
      return name;
    }
  },
  /** The column of exactly that name, else the one whose name differs in case only. */
  CASE_INSENSITIVE {
    @Override
    public @Nullable NestedField find(StructType struct, String name) {
      NestedField exact = struct.field(name);
      if (exact != null) {
        return exact;
      }
      return struct.fields().stream()
          .filter(field -> canonical(field.name()).equals(canonical(name)))
          .findFirst()
          .orElse(null);
    }

    @Override
    String canonical(String name) {
      return name.toLowerCase(Locale.ROOT);
    }
  };

  /** The field of a struct that a name stands for; null if there is none. */
  public abstract @Nullable NestedField find(StructType struct, String name);

  /** Two names stand for the same column if they have the same canonical form. */
  abstract String canonical(String name);
}
