/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WireFormatTest {
  private static final byte[] VALUE = {42};

  @Test
  void framesByTheSchemasId() {
    assertThat(WireFormat.frame(258, VALUE)).containsExactly(0, 0, 0, 1, 2, 42);
  }

  @Test
  void namesTheFirstMessageByOneByte() {
    assertThat(WireFormat.frame(1, List.of(0), VALUE)).containsExactly(0, 0, 0, 0, 1, 0, 42);
  }

  @Test
  void namesANestedMessageByItsPath() {
    assertThat(WireFormat.frame(1, List.of(1, 64), VALUE))
        .containsExactly(0, 0, 0, 0, 1, 4, 2, (byte) 0x80, 1, 42);
  }
}
