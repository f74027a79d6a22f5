/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.ledger.TableHistory.PropertyLedger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerJsonTest {
  private static final Ledger LEDGER =
      Ledger.EMPTY
          .with("orders", new TopicId("4L6g3nShT-eMCtK--X86sw"), Map.of(0, 42L, 10, Long.MAX_VALUE))
          .with("pay\"ments.ü", TopicId.UNKNOWN, Map.of(0, 0L));

  /** Other readers depend on this text: it may gain members, but never change. */
  @Test
  void hasTheFormOfTheSpecification() {
    assertThat(
            LedgerJson.write(Ledger.EMPTY.with("orders", new TopicId("id"), Map.of(0, 42L, 1, 7L))))
        .isEqualTo("{\"v\":1,\"topics\":{\"orders\":{\"id\":\"id\",\"next\":{\"0\":42,\"1\":7}}}}");
  }

  @Test
  void readsWhatItWrites() {
    assertThat(LedgerJson.readLedger(LedgerJson.write(LEDGER))).isEqualTo(LEDGER);
    PropertyLedger property = new PropertyLedger(-17, LEDGER, false);
    assertThat(LedgerJson.readProperty(LedgerJson.write(property))).isEqualTo(property);
  }

  @Test
  void passesOverMembersItDoesNotKnow() {
    assertThat(LedgerJson.readLedger("{\"v\":1,\"topics\":{},\"later\":true}"))
        .isEqualTo(Ledger.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"v\":2,\"topics\":{}}",
        "{\"v\":1}",
        "{\"v\":1,\"topics\":{\"t\":{\"next\":{\"x\":1}}}}",
        "{\"v\":1,\"topics\":{\"t\":{\"next\":{\"0\":\"1\"}}}}"
      })
  void refusesWhatItCannotReadInsteadOfGuessing(String text) {
    assertThatThrownBy(() -> LedgerJson.readLedger(text))
        .isInstanceOf(MalformedLedgerException.class);
  }
}
