/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.value.ValueVisitor;

/** Reads the bytes of a schema that is one column. */
interface ScalarDecoder {
  /**
   * Reads a value and hands it on as exactly one scalar event.
   *
   * @throws io.tidewater.format.value.ValueMismatchException if the bytes are no such value
   */
  void read(AvroInput input, ValueVisitor receiver);
}
