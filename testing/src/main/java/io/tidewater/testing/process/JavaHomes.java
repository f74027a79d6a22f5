/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds a JDK that is new enough for servers which this one cannot run. */
public final class JavaHomes {
  private static final List<String> USUAL_FOLDERS =
      List.of("/usr/lib/jvm", "/usr/java", "/opt/java", "/Library/Java/JavaVirtualMachines");

  private final Map<String, String> environment;
  private final List<Path> folders;

  JavaHomes(Map<String, String> environment, List<Path> folders) {
    this.environment = environment;
    this.folders = List.copyOf(folders);
  }

  /** Looks in the environment, beside the running JDK and in the platform's usual folders. */
  public static JavaHomes ofThisMachine() {
    Path running = Path.of(System.getProperty("java.home"));
    Path user = Path.of(System.getProperty("user.home"));
    Stream<Path> beside = Stream.ofNullable(running.getParent());
    Stream<Path> own = Stream.of(user.resolve(".sdkman/candidates/java"), user.resolve(".jdks"));
    Stream<Path> usual = USUAL_FOLDERS.stream().map(Path::of);
    return new JavaHomes(
        System.getenv(), Stream.of(beside, own, usual).flatMap(Function.identity()).toList());
  }

  /**
   * A JDK of at least this feature version: the one named by {@code TIDEWATER_JAVA25} or {@code
   * JAVA25_HOME} (for 25), else the oldest that is new enough.
   *
   * @throws ServerException if there is none; the message says how to name one
   */
  public Path atLeast(int version) {
    List<String> variables = List.of("TIDEWATER_JAVA" + version, "JAVA" + version + "_HOME");
    for (String variable : variables) {
      String named = environment.get(variable);
      if (named != null) {
        return checked(variable, Path.of(named), version);
      }
    }
    return candidates()
        .filter(home -> featureVersion(home).orElse(0) >= version)
        .min(Comparator.comparing(home -> featureVersion(home).orElseThrow()))
        .orElseThrow(
            () ->
                new ServerException(
                    "No JDK "
                        + version
                        + " or later found in "
                        + folders
                        + ". Install one, or name its folder in the environment variable "
                        + variables.get(0)
                        + "."));
  }

  private static Path checked(String variable, Path home, int version) {
    Optional<Integer> found = featureVersion(home);
    if (found.orElse(0) >= version) {
      return home;
    }
    throw new ServerException(
        variable
            + "="
            + home
            + " should name a JDK "
            + version
            + " or later, but "
            + found.map(older -> "is a JDK " + older).orElse("is no JDK"));
  }

  private Stream<Path> candidates() {
    return folders.stream()
        .filter(Files::isDirectory)
        .flatMap(JavaHomes::children)
        .flatMap(child -> Stream.of(child, child.resolve("Contents/Home")));
  }

  private static Stream<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList().stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  /** The version in a JDK's {@code release} file: 25 for {@code JAVA_VERSION="25.0.1"}. */
  private static Optional<Integer> featureVersion(Path home) {
    if (!Files.isExecutable(home.resolve("bin/java"))) {
      return Optional.empty();
    }
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
      String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
      return Optional.of(Runtime.Version.parse(version).feature());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
