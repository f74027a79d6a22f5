/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubjectTest {
  @ParameterizedTest
  @CsvSource({
    "orders-value, '', orders-value",
    ":.lab:orders-value, .lab, orders-value",
    ":.lab:, .lab, ''",
    ":.lab:a:b, .lab, a:b",
    "a:b, '', a:b",
    ":.lab, '', :.lab",
    "'', '', ''",
  })
  void tellsContextAndName(String text, String context, String name) {
    assertThat(Subject.parse(text)).isEqualTo(new Subject(context, name));
    assertThat(Subject.parse(text).qualified()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "a, b, b",
    ":.lab:a, b, :.lab:b",
    ":.lab:a, :.sea:b, :.sea:b",
    "a, :.sea:b, :.sea:b",
  })
  void refersWithinItsContext(String referring, String reference, String expected) {
    assertThat(Subject.parse(referring).resolve(reference).qualified()).isEqualTo(expected);
  }
}
