/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

/**
 * A level of values whose type may contain itself, so that only the data says how many there are.
 */
record Deeper(Decoder nested) implements Decoder {
  @Override
  public void read(AvroInput input) {
    input.enter();
    nested.read(input);
    input.leave();
  }
}
