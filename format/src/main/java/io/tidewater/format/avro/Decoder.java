/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

/** A node of a compiled plan: reads the next value of a payload and tells whom it was made for. */
interface Decoder {
  /**
   * Reads one value to its end.
   *
   * @throws io.tidewater.format.value.ValueMismatchException if the bytes are no such value, or it
   *     does not fit its column
   */
  void read(AvroInput input);
}
