/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/** What the values of a schema are in a table. */
sealed interface Shape {
  /** The type of their column; null if there is nothing to store. */
  @Nullable Type type();

  /** A value that is one column. */
  record Scalar(ScalarMapping mapping) implements Shape {
    @Override
    public Type type() {
      return mapping.type();
    }
  }

  /** A record. */
  record Fields(List<Member> members) implements Shape {
    @Override
    public @Nullable Type type() {
      StructType struct = struct(members);
      return struct.fields().isEmpty() ? null : struct;
    }
  }

  /**
   * A union of several types.
   *
   * @param members the branches, null left out
   * @param label the column of the branch's name; null if the branches' own columns tell which one
   *     it is, since each has something to store
   */
  record Branches(List<Member> members, @Nullable NestedField label) implements Shape {
    @Override
    public Type type() {
      List<NestedField> fields = new ArrayList<>(struct(members).fields());
      if (label != null) {
        fields.add(label);
      }
      return StructType.of(fields);
    }
  }

  /** A list of elements that have something to store. */
  record Elements(Place element, ListType type) implements Shape {}

  /** A map of values that have something to store. */
  record Entries(Place key, Place value, MapType type) implements Shape {}

  /** A type within itself that is no longer taken apart. */
  record Cut(Type type) implements Shape {}

  /** Null, and what would hold only such. */
  record Nothing() implements Shape {
    @Override
    public @Nullable Type type() {
      return null;
    }
  }

  /**
   * A field of a record, or a branch of a union.
   *
   * @param incoming the field of the incoming type; null if it has nothing to store
   */
  record Member(String name, Place place, @Nullable NestedField incoming) {}

  /** The struct of all members that have something to store. */
  static StructType struct(List<Member> members) {
    return StructType.of(members.stream().map(Member::incoming).filter(Objects::nonNull).toList());
  }
}
