/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.value.QuietVisitor;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads a map's keys as Java values that can be compared. */
public final class PlainKey {
  private final Captured captured = new Captured();
  private final ScalarDecoder decoder;

  public PlainKey(ScalarValue key) {
    this.decoder = new ScalarDecoder(key, captured);
  }

  Object of(Decoding in, int first) {
    decoder.read(in, first);
    Object key = captured.value;
    if (key == null) {
      throw new IllegalStateException("a map key that is no number, text or boolean");
    }
    return key;
  }

  private static final class Captured extends QuietVisitor {
    private @Nullable Object value;

    @Override
    public void booleanValue(boolean key) {
      value = key;
    }

    @Override
    public void intValue(int key) {
      value = key;
    }

    @Override
    public void longValue(long key) {
      value = key;
    }

    @Override
    public void decimalValue(BigDecimal key) {
      value = key;
    }

    @Override
    public void stringValue(String key) {
      value = key;
    }
  }
}
