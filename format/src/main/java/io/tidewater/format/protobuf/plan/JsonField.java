/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.value.JsonText;
import io.tidewater.format.value.ValueVisitor;

/** Reads a list or map into a column of text, as JSON. */
public record JsonField(SlotDecoder nested, JsonText json, ValueVisitor receiver)
    implements SlotDecoder {
  @Override
  public void read(Decoding in, int slot) {
    json.begin();
    nested.read(in, slot);
    receiver.stringValue(json.finish());
  }
}
