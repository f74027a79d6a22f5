/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/compaction.md} is printed from the definitions of options, metrics and commands. */
class CompactionPageTest {
  private static final Path PAGE = Path.of("..", "docs", "compaction.md");

  @Test
  void pageTellsWhatTheCodeDefines() throws IOException {
    String printed = CompactionPage.print();
    if (Boolean.getBoolean("tidewater.docs.write")) {
      Files.writeString(PAGE, printed);
    }

    assertThat(Files.readString(PAGE))
        .as(
            "docs/compaction.md differs from the definitions. Print it anew with:"
                + " mvn -pl compaction -am test -Dquick -Dtest=CompactionPageTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dtidewater.docs.write=true")
        .isEqualTo(printed);
  }
}
