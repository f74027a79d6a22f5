/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.connector.redrive.Selection;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SelectionParserTest {
  private final SelectionParser parser = new SelectionParser();

  @Test
  void readsAllConditions() {
    assertThat(parser.convert("topic=orders, partition=3,offset=1000-2000"))
        .isEqualTo(new Selection(Optional.of("orders"), OptionalInt.of(3), 1000, 2001));
  }

  @Test
  void takesOneOffsetForARangeOfOne() {
    assertThat(parser.convert("offset=7"))
        .isEqualTo(new Selection(Optional.empty(), OptionalInt.empty(), 7, 8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "offsets=3", "partition=x", "offset=3-", "offset=-3", "topic"})
  void saysWhatItDoesNotUnderstand(String text) {
    assertThatThrownBy(() -> parser.convert(text)).isInstanceOf(TypeConversionException.class);
  }
}
