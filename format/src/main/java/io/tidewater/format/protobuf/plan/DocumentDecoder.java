/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.value.ValueVisitor;

/** Reads a message into a column of documents. */
public record DocumentDecoder(ValueDecoder nested, Document document, ValueVisitor receiver)
    implements ValueDecoder {
  @Override
  public void read(Decoding in, int first) {
    document.begin();
    nested.read(in, first);
    document.finish(receiver);
  }

  @Override
  public void readOne(Decoding in, int occurrence) {
    document.begin();
    nested.readOne(in, occurrence);
    document.finish(receiver);
  }
}
