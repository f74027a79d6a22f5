/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

final class ConfluentFrameTest {
  @Test
  void takesTheIdAndLeavesTheValue() {
    ByteBuffer payload = ByteBuffer.wrap(new byte[] {9, 0, 0, 1, 2, 3, 42}, 1, 6);

    assertThat(ConfluentFrame.takeId(payload)).isEqualTo(0x010203);
    assertThat(payload.remaining()).isEqualTo(1);
    assertThat(payload.get()).isEqualTo((byte) 42);
  }

  @Test
  void readsTheIdBigEndianWhateverTheBuffersOrder() {
    ByteBuffer payload = ByteBuffer.wrap(new byte[] {0, 0, 0, 0, 7}).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(ConfluentFrame.takeId(payload)).isEqualTo(7);
  }

  @Test
  void refusesWhatHasNoFrame() {
    ByteBuffer json = ByteBuffer.wrap(new byte[] {'{', '"', 'a', '"', ':', '1', '}'});

    assertThatThrownBy(() -> ConfluentFrame.takeId(json))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("0x7b");
    assertThat(json.position()).isZero();
    assertThatThrownBy(() -> ConfluentFrame.takeId(ByteBuffer.allocate(4)))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("4 bytes");
  }

  @Test
  void refusesNegativeIds() {
    ByteBuffer payload = ByteBuffer.wrap(new byte[] {0, -1, -1, -1, -1});

    assertThatThrownBy(() -> ConfluentFrame.takeId(payload))
        .isInstanceOf(ValueMismatchException.class);
  }
}
