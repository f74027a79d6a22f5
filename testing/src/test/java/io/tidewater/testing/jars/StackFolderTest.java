/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StackFolderTest {
  @TempDir Path home;

  private StackFolder folder;
  private Path first;
  private Path second;

  @BeforeEach
  void resolvedOnce() throws IOException {
    folder = StackFolder.of(home, Stack.KAFKA);
    Files.createDirectories(folder.target());
    Files.writeString(folder.pom(), "<project/>");
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    first = Files.createFile(home.resolve("first.jar"));
    second = Files.createFile(home.resolve("second.jar"));
    Files.writeString(folder.classPathFile(), first + File.pathSeparator + second + "\n");
    folder.remember();
  }

  @Test
  void remembersTheClassPathInItsOrder() throws IOException {
    assertThat(folder.remembered().orElseThrow()).containsExactly(first, second);
  }

  @Test
  void forgetsWhenThePomChanges() throws IOException {
    Files.writeString(folder.pom(), "<project><!-- --></project>");

    assertThat(folder.remembered()).isEmpty();
  }

  @Test
  void forgetsWhenTheRootPomChanges() throws IOException {
    Files.writeString(home.resolve("pom.xml"), "<project><!-- --></project>");

    assertThat(folder.remembered()).isEmpty();
  }

  @Test
  void forgetsWhenAJarIsGone() throws IOException {
    Files.delete(second);

    assertThat(folder.remembered()).isEmpty();
  }

  @Test
  void putsItsOwnClassesFirstAndForgetsWhenASourceChanges() throws IOException {
    Path sources = Files.createDirectories(folder.pom().resolveSibling("src/main/java"));
    Path source = Files.writeString(sources.resolve("Main.java"), "class Main {}");
    Path classes = Files.createDirectories(folder.target().resolve("classes"));
    assertThat(folder.remembered()).isEmpty();

    folder.remember();
    assertThat(folder.remembered().orElseThrow()).containsExactly(classes, first, second);

    Files.writeString(source, "class Main { int changed; }");
    assertThat(folder.remembered()).isEmpty();
  }
}
