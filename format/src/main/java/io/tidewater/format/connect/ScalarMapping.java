/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import org.apache.iceberg.types.Type;

/**
 * How a Connect schema without children is stored.
 *
 * @param type the type of its column
 * @param emitted the type that the reader's events are of, where the column's conversion does the
 *     rest: a UUID comes as text
 * @param reader reads its values
 */
record ScalarMapping(Type type, Type emitted, ScalarReader reader) {
  ScalarMapping(Type type, ScalarReader reader) {
    this(type, type, reader);
  }
}
