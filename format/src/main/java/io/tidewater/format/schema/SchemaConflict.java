/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.Objects;
import org.apache.iceberg.types.Type;

/** Where no change of the table makes the incoming records fit. */
public sealed interface SchemaConflict {
  /** The full name of the column, as in {@link SchemaChange}. */
  String path();

  /** What is wrong and what to do, on one line. */
  String describe();

  /** Values of the incoming type do not go into the column, and Iceberg cannot widen it so far. */
  record TypeConflict(String path, Type tableType, Type incomingType) implements SchemaConflict {
    public TypeConflict {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(tableType, "tableType");
      Objects.requireNonNull(incomingType, "incomingType");
    }

    @Override
    public String describe() {
      return path
          + ": the table has "
          + tableType
          + ", the records have "
          + incomingType
          + ", and Iceberg cannot widen the one to the other; rename the field in the records, or"
          + " replace the column in the table";
    }
  }

  /** A map's keys would have to change, which would change which keys are the same. */
  record MapKeyConflict(String path, Type tableType, Type incomingType) implements SchemaConflict {
    public MapKeyConflict {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(tableType, "tableType");
      Objects.requireNonNull(incomingType, "incomingType");
    }

    @Override
    public String describe() {
      return path
          + ": the keys of the table's map are "
          + tableType
          + ", those of the records "
          + incomingType
          + ", and keys of a map never change; rename the field in the records, or replace the"
          + " column in the table";
    }
  }

  /** A column that identifies rows is missing from the records or null in some. */
  record IdentifierConflict(String path) implements SchemaConflict {
    public IdentifierConflict {
      Objects.requireNonNull(path, "path");
    }

    @Override
    public String describe() {
      return path
          + ": the column identifies rows and cannot become optional, but the records may lack it;"
          + " make the field required in the records, or take the column out of the table's"
          + " identifier fields";
    }
  }
}
