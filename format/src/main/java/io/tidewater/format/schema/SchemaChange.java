/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.Objects;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * One change of a table's schema. Paths are full names as Iceberg writes them: the fields of list
 * elements are under {@code list.element}, those of map values under {@code map.value}.
 */
public sealed interface SchemaChange {
  /** The full name of the column that changes. */
  String path();

  /** Adds this change to an update of the table that it was planned for. */
  void applyTo(UpdateSchema update);

  /**
   * Adds an optional column, last in its struct.
   *
   * @param parent the full name of the struct, null for the table itself
   * @param name the column's own name, which may have dots in it
   * @param type its type, in which everything is optional
   */
  record AddColumn(@Nullable String parent, String name, Type type, @Nullable String doc)
      implements SchemaChange {
    public AddColumn {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
    }

    @Override
    public String path() {
      return parent == null ? name : parent + "." + name;
    }

    @Override
    public void applyTo(UpdateSchema update) {
      update.addColumn(parent, name, type, doc);
    }

    @Override
    public String toString() {
      return "add column " + path() + " " + type;
    }
  }

  /** Widens a column's type; Iceberg reads what was written before as the new type. */
  record WidenColumn(String path, PrimitiveType from, PrimitiveType to) implements SchemaChange {
    public WidenColumn {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }

    @Override
    public void applyTo(UpdateSchema update) {
      update.updateColumn(path, to);
    }

    @Override
    public String toString() {
      return "widen column " + path + " from " + from + " to " + to;
    }
  }

  /** Lets a required column be null. */
  record MakeOptional(String path) implements SchemaChange {
    public MakeOptional {
      Objects.requireNonNull(path, "path");
    }

    @Override
    public void applyTo(UpdateSchema update) {
      update.makeColumnOptional(path);
    }

    @Override
    public String toString() {
      return "make column " + path + " optional";
    }
  }
}
