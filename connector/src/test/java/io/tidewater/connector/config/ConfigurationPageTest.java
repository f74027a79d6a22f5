/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  @Test
  void isTheCommittedPage() throws IOException {
    String printed = ConfigurationPage.print();
    if (Boolean.getBoolean("tidewater.docs.write")) {
      Files.writeString(PAGE, printed);
    }

    assertThat(Files.readString(PAGE))
        .as(
            "docs/configuration.md differs from the options' definitions. Print it anew with:"
                + " mvn -pl connector -am test -Dquick -Dtest=ConfigurationPageTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dtidewater.docs.write=true")
        .isEqualTo(printed);
  }
}
