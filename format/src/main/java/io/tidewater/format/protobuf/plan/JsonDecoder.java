/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.value.JsonText;
import io.tidewater.format.value.ValueVisitor;

/** Reads a message into a column of text, as JSON. */
public record JsonDecoder(ValueDecoder nested, JsonText json, ValueVisitor receiver)
    implements ValueDecoder {
  @Override
  public void read(Decoding in, int first) {
    json.begin();
    nested.read(in, first);
    receiver.stringValue(json.finish());
  }

  @Override
  public void readOne(Decoding in, int occurrence) {
    json.begin();
    nested.readOne(in, occurrence);
    receiver.stringValue(json.finish());
  }
}
