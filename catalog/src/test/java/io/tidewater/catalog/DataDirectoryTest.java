/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One directory, one server. */
class DataDirectoryTest {
  @TempDir private Path directory;

  @Test
  void belongsToOneServerAtATime() throws IOException {
    Path data = directory.resolve("not/there/yet");
    try (DataDirectory first = DataDirectory.open(data)) {
      assertThat(first.database()).isEqualTo(data.resolve("catalog.db"));
      assertThatThrownBy(() -> DataDirectory.open(data))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Another catalog server uses " + data);
    }
    try (DataDirectory second = DataDirectory.open(data)) {
      assertThat(second.database()).isEqualTo(data.resolve("catalog.db"));
    }
  }
}
