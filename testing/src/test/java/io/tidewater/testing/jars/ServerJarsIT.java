/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.testing.process.JavaCommand;
import io.tidewater.testing.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerJarsIT {
  @TempDir Path directory;

  @Test
  void threeProcessesMayAskForTheSameJarsAtOnce() throws IOException {
    Path home = copyOfHome();
    List<ServerProcess> askers =
        IntStream.range(0, 3).mapToObj(number -> asker(home, "asker-" + number)).toList();

    for (ServerProcess asker : askers) {
      assertThat(asker.awaitEnd(Duration.ofMinutes(5))).isTrue();
      assertThat(Files.readString(asker.log())).contains("s3proxy-");
    }
    Path log = home.resolve("testing/stack/s3proxy/target/maven.log");
    assertThat(Files.readString(log)).containsOnlyOnce("BUILD SUCCESS");
  }

  @Test
  void saysWhatMavenCouldNotResolve() throws IOException {
    Path home = copyOfHome();
    Path pom = home.resolve("testing/stack/s3proxy/pom.xml");
    Files.writeString(
        pom, Files.readString(pom).replace("${s3proxy.version}", "0.0.0-never-released"));

    assertThatThrownBy(() -> ServerJars.resolve(home, Stack.S3PROXY))
        .isInstanceOf(JarsException.class)
        .hasMessageContaining("could not resolve the S3 server")
        .hasMessageContaining("0.0.0-never-released")
        .hasMessageContaining("maven.log");
  }

  private Path copyOfHome() throws IOException {
    Path home = directory.resolve("home");
    Path folder = Files.createDirectories(home.resolve("testing/stack/s3proxy"));
    Path original = ProjectHome.find();
    Files.copy(original.resolve("pom.xml"), home.resolve("pom.xml"));
    Files.copy(original.resolve("testing/stack/s3proxy/pom.xml"), folder.resolve("pom.xml"));
    return home;
  }

  private ServerProcess asker(Path home, String name) {
    return ServerProcess.start(
        JavaCommand.of(name, Asker.class.getName(), List.of(testClasses()), directory)
            .withJvmFlags(List.of("-D" + ProjectHome.PROPERTY + "=" + home)));
  }

  private static Path testClasses() {
    return Path.of(Asker.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** A process that prints the jars of the S3 server. */
  public static final class Asker {
    private Asker() {}

    public static void main(String[] arguments) {
      System.out.println(ServerJars.of(Stack.S3PROXY));
    }
  }
}
