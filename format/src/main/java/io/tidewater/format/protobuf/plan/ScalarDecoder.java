/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.value.ValueVisitor;

/**
 * Reads a scalar.
 *
 * @param column converts it to what the table holds
 */
public record ScalarDecoder(ScalarValue scalar, ValueVisitor column) implements ValueDecoder {
  @Override
  public void read(Decoding in, int first) {
    if (first == Decoding.NONE) {
      scalar.zero(column);
    } else {
      readOne(in, first);
    }
  }

  @Override
  public void readOne(Decoding in, int occurrence) {
    in.start(occurrence);
    scalar.read(in.reader(), column);
  }
}
