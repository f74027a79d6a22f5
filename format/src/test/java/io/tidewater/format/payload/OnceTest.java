/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OnceTest {
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void makesItOnce() {
    Once<Integer> once = new Once<>(made::incrementAndGet);
    assertThat(made).hasValue(0);
    assertThat(once.get()).isEqualTo(1);
    assertThat(once.get()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void failsOnceForWhatTheSchemaIs(boolean unknown) {
    Once<Integer> once =
        new Once<>(
            () -> {
              made.incrementAndGet();
              throw unknown
                  ? new UnknownSchemaException("no schema")
                  : new UnsupportedSchemaException("a", "no table has it");
            });
    Throwable first = catchThrowable(once::get);
    assertThat(catchThrowable(once::get)).isNotNull().isSameAs(first);
    assertThat(made).hasValue(1);
  }

  @Test
  void triesAgainAfterAnythingElse() {
    Once<Integer> once =
        new Once<>(
            () -> {
              if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("interrupted");
              }
              return made.get();
            });
    assertThatThrownBy(once::get).isInstanceOf(IllegalStateException.class);
    assertThat(once.get()).isEqualTo(2);
  }
}
