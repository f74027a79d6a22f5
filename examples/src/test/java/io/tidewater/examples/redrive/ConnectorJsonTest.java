/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorJsonTest {
  @TempDir private Path folder;

  @Test
  void readsOptionsAndWhatConnectsInterfaceTakes() throws IOException {
    assertThat(ConnectorJson.read(file("{\"name\":\"sink\",\"tasks.max\":2}")))
        .isEqualTo(Map.of("name", "sink", "tasks.max", "2"));
    assertThat(ConnectorJson.read(file("{\"name\":\"sink\",\"config\":{\"topics\":\"a\"}}")))
        .isEqualTo(Map.of("name", "sink", "topics", "a"));
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    Path broken = file("{\"name\":");
    assertThatThrownBy(() -> ConnectorJson.read(broken)).hasMessageContaining("is no JSON");
    Path list = file("[]");
    assertThatThrownBy(() -> ConnectorJson.read(list)).hasMessageContaining("an object of options");
    Path missing = folder.resolve("missing.json");
    assertThatThrownBy(() -> ConnectorJson.read(missing)).hasMessageContaining("cannot be read");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("sink.json"), text);
  }
}
