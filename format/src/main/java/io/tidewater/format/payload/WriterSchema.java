/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.payload;

import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.value.ValueVisitor;

/**
 * A schema that records were written with. Immutable; compared by identity, since a {@link
 * PayloadFormat} gives the same object for the same schema.
 */
public interface WriterSchema {
  /** The column of values that are no records. */
  String VALUE_COLUMN = "value";

  /**
   * What the records need of a table; the same object each time. A schema that is no record has the
   * one field {@value #VALUE_COLUMN}.
   *
   * @throws io.tidewater.format.schema.UnsupportedSchemaException if no table can hold them
   */
  Incoming incoming();

  /** Whether the fields of the values are columns; else the value is one column itself. */
  boolean isRecord();

  /**
   * Compiles a plan that reads payloads into a table. Whatever the two schemas are it succeeds:
   * where they cannot meet it refuses each value that is there, and fields without a column are
   * passed over.
   *
   * @param table the records' own alignment with a table
   * @param receiver told one struct per payload, {@code field} with the positions of the table's
   *     columns
   * @return reads a {@link java.nio.ByteBuffer} from its position to its limit, past the frame;
   *     throws {@link io.tidewater.format.value.ValueMismatchException}, and nothing else, for
   *     bytes that are not what the schema says, or values that do not fit their column
   */
  ValueReader compile(Alignment table, ValueVisitor receiver);
}
