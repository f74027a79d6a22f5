/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationFileTest {
  @Test
  void fillsVariablesIn() {
    assertThat(
            ConfigurationFile.fill(
                "uri=${CATALOG_URI}/x\npath=${PLUGIN_PATH}",
                Map.of("CATALOG_URI", "http://127.0.0.1:1", "PLUGIN_PATH", "C:\\plugins\\$1")))
        .isEqualTo("uri=http://127.0.0.1:1/x\npath=C:\\plugins\\$1");
  }

  @Test
  void leavesWhatConnectItselfResolves() {
    String text = "a=${file:/secrets:password} b=${topic} c=$HOME";

    assertThat(ConfigurationFile.fill(text, Map.of())).isEqualTo(text);
  }

  @Test
  void refusesAVariableWithoutAValue() {
    assertThatThrownBy(() -> ConfigurationFile.fill("x=${NOT_SET}", Map.of("SET", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("${NOT_SET}");
  }
}
