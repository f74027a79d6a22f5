/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.Objects;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.expressions.Literal;
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
   * @param defaultValue what rows written before have there, and rows without a value get
   */
  record AddColumn(
      @Nullable String parent,
      String name,
      Type type,
      @Nullable String doc,
      @Nullable Literal<?> defaultValue)
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
      update.addColumn(parent, name, type, doc, defaultValue);
    }

    @Override
    public String toString() {
      return "add column "
          + path()
          + " "
          + type
          + (defaultValue == null ? "" : " with default " + defaultValue);
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

  /**
   * Gives a column another name. Renames go before all other changes, which use the new names.
   *
   * @param path the full name before any rename
   * @param name the new name, without those around it
   */
  record RenameColumn(String path, String name) implements SchemaChange {
    public RenameColumn {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(name, "name");
    }

    @Override
    public void applyTo(UpdateSchema update) {
      update.renameColumn(path, name);
    }

    @Override
    public String toString() {
      return "rename column " + path + " to " + name;
    }
  }

  /** Gives a column another doc. */
  record UpdateDoc(String path, String doc) implements SchemaChange {
    public UpdateDoc {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(doc, "doc");
    }

    @Override
    public void applyTo(UpdateSchema update) {
      update.updateColumnDoc(path, doc);
    }

    @Override
    public String toString() {
      return "document column " + path + " as: " + doc;
    }
  }

  /**
   * Gives rows without a value another default; those written before keep theirs.
   *
   * @param value null for none: where values of a field may go into another column, a default would
   *     stand beside them
   */
  record SetDefault(String path, @Nullable Literal<?> value) implements SchemaChange {
    public SetDefault {
      Objects.requireNonNull(path, "path");
    }

    @Override
    public void applyTo(UpdateSchema update) {
      update.updateColumnDefault(path, value);
    }

    @Override
    public String toString() {
      return value == null
          ? "drop the default of column " + path
          : "set the default of column " + path + " to " + value;
    }
  }
}
