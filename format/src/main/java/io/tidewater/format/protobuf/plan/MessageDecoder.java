/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.protobuf.wire.MessageIndex;

/**
 * Reads a message: first where its fields stand, then what is made of them.
 *
 * @param content tells what the message holds, from its first slot on
 */
public record MessageDecoder(MessageIndex index, SlotDecoder content) implements ValueDecoder {
  /** Reads a payload that is one message. */
  public void readPayload(Decoding in) {
    int mark = in.mark();
    int base = in.open(index);
    in.addPayload(index, base);
    content.read(in, base);
    in.close(index, base, mark);
  }

  @Override
  public void read(Decoding in, int first) {
    int mark = in.mark();
    int base = in.open(index);
    for (int piece = first; piece != Decoding.NONE; piece = in.next(piece)) {
      in.addPiece(index, base, piece);
    }
    content.read(in, base);
    in.close(index, base, mark);
  }

  @Override
  public void readOne(Decoding in, int occurrence) {
    int mark = in.mark();
    int base = in.open(index);
    in.addPiece(index, base, occurrence);
    content.read(in, base);
    in.close(index, base, mark);
  }
}
