/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.logical.NumberMapping;
import org.apache.avro.Schema;
import org.apache.iceberg.types.Type;

/**
 * How a schema without columns below it is stored.
 *
 * @param type the type of its column
 * @param emitted the type that the decoder's events are of, where the column's conversion does the
 *     rest: a UUID may come as text
 * @param decoder reads its bytes
 */
record ScalarMapping(Type type, Type emitted, ScalarDecoder decoder) {
  ScalarMapping(Type type, ScalarDecoder decoder) {
    this(type, type, decoder);
  }

  /** Whole numbers of a schema that is an int or a long. */
  static ScalarMapping number(Schema.Type type, NumberMapping meaning) {
    NumberMapping.Event event = meaning.event();
    return new ScalarMapping(
        meaning.type(),
        meaning.emitted(),
        type == Schema.Type.INT
            ? (input, receiver) -> event.tell(input.readInt(), receiver)
            : (input, receiver) -> event.tell(input.readLong(), receiver));
  }

  /** The same values in a column that takes their text apart. */
  ScalarMapping parsedAs(Type column) {
    return new ScalarMapping(column, emitted, decoder);
  }
}
