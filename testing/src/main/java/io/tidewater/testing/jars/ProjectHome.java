/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.jars;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds Tidewater's source tree, which holds the POMs of the servers. */
public final class ProjectHome {
  /** System property that names the folder and overrides every search. */
  public static final String PROPERTY = "tidewater.home";

  private ProjectHome() {}

  /**
   * The folder named by {@value #PROPERTY}, else the nearest one above the working directory, else
   * the nearest one above this class's jar or folder.
   *
   * @throws JarsException if none of them holds {@code testing/stack}
   */
  public static Path find() {
    String configured = System.getProperty(PROPERTY);
    if (configured != null) {
      return configured(Path.of(configured).toAbsolutePath().normalize());
    }
    Path workingDirectory = Path.of("").toAbsolutePath();
    return Stream.concat(Stream.of(workingDirectory), codeLocation().stream())
        .flatMap(start -> above(start).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new JarsException(
                    "Tidewater's folder (the one with testing/stack) is neither above "
                        + workingDirectory
                        + " nor above this program. Run it from the source tree, or name the"
                        + " folder with -D"
                        + PROPERTY
                        + "=FOLDER."));
  }

  private static Path configured(Path home) {
    if (isHome(home)) {
      return home;
    }
    throw new JarsException(
        "-D" + PROPERTY + "=" + home + " is not Tidewater's folder: it has no testing/stack.");
  }

  private static Optional<Path> above(Path start) {
    for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
      if (isHome(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  private static boolean isHome(Path folder) {
    return Files.isDirectory(folder.resolve("testing/stack"))
        && Files.isRegularFile(folder.resolve("pom.xml"));
  }

  private static Optional<Path> codeLocation() {
    try {
      return Optional.of(
          Path.of(ProjectHome.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
