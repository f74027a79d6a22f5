/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JavaHomesTest {
  @TempDir Path machine;

  @Test
  void takesTheOldestJdkThatIsNewEnough() throws IOException {
    jdk("jdk-17", "17.0.15");
    jdk("jdk-26", "26");
    Path wanted = jdk("temurin-25", "25.0.3");

    assertThat(homes(Map.of()).atLeast(25)).isEqualTo(wanted);
  }

  @Test
  void takesTheJdkThatTheEnvironmentNames() throws IOException {
    jdk("jdk-25", "25");
    Path named = jdk("jdk-26", "26-ea");

    assertThat(homes(Map.of("TIDEWATER_JAVA25", named.toString())).atLeast(25)).isEqualTo(named);
    assertThat(homes(Map.of("JAVA25_HOME", named.toString())).atLeast(25)).isEqualTo(named);
  }

  @Test
  void refusesAnOlderJdkThatTheEnvironmentNames() throws IOException {
    jdk("jdk-25", "25");
    Path old = jdk("jdk-17", "17.0.15");

    assertThatThrownBy(() -> homes(Map.of("TIDEWATER_JAVA25", old.toString())).atLeast(25))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("TIDEWATER_JAVA25=" + old)
        .hasMessageContaining("is a JDK 17");
  }

  @Test
  void saysHowToNameAJdkWhenThereIsNone() throws IOException {
    jdk("jdk-17", "17.0.15");
    Files.createDirectories(machine.resolve("no-jdk"));

    assertThatThrownBy(() -> homes(Map.of()).atLeast(25))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("No JDK 25 or later found in [" + machine)
        .hasMessageContaining("TIDEWATER_JAVA25");
  }

  private JavaHomes homes(Map<String, String> environment) {
    return new JavaHomes(environment, List.of(machine.resolve("missing"), machine));
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(machine.resolve(name));
    Files.createDirectories(home.resolve("bin"));
    Files.createFile(home.resolve("bin/java"));
    assertThat(home.resolve("bin/java").toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
