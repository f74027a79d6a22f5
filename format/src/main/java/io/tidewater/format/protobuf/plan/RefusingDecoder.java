/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.value.ValueMismatchException;

/**
 * Refuses every value: stands where message and table cannot meet, so that only messages that have
 * a value there fail.
 *
 * @param expected what the table wants, as a noun
 * @param got what messages have, as a noun
 */
public record RefusingDecoder(String expected, String got) implements ValueDecoder {
  @Override
  public void read(Decoding in, int first) {
    throw new ValueMismatchException(expected, got);
  }

  @Override
  public void readOne(Decoding in, int occurrence) {
    throw new ValueMismatchException(expected, got);
  }
}
