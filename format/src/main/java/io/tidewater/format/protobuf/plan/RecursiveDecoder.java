/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stands for the decoder of a message within itself, until that is made. */
public final class RecursiveDecoder implements ValueDecoder {
  private @Nullable ValueDecoder decoder;

  /** Says what it stands for. */
  public void becomes(ValueDecoder made) {
    decoder = made;
  }

  @Override
  public void read(Decoding in, int first) {
    decoder().read(in, first);
  }

  @Override
  public void readOne(Decoding in, int occurrence) {
    decoder().readOne(in, occurrence);
  }

  private ValueDecoder decoder() {
    return Objects.requireNonNull(decoder, "a plan is complete before it runs");
  }
}
