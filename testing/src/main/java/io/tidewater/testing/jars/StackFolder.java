/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.jars;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of one stack: its POM, perhaps a few sources, and what Maven last answered. */
record StackFolder(Path home, Path folder) {
  private static final String SOURCES = "src/main";

  static StackFolder of(Path home, Stack stack) {
    return new StackFolder(home, home.resolve("testing/stack").resolve(stack.folder()));
  }

  Path pom() {
    return folder.resolve("pom.xml");
  }

  Path target() {
    return folder.resolve("target");
  }

  Path lock() {
    return target().resolve("lock");
  }

  /** What Maven writes: the jars of the repository, separated as in a class path. */
  Path classPathFile() {
    return target().resolve("classpath.txt");
  }

  private Path fingerprintFile() {
    return target().resolve("fingerprint.txt");
  }

  boolean hasSources() {
    return Files.isDirectory(folder.resolve(SOURCES));
  }

  /** The class path of an earlier answer, if its inputs are unchanged and its jars still there. */
  Optional<List<Path>> remembered() throws IOException {
    if (!Files.isRegularFile(fingerprintFile())
        || !Files.readString(fingerprintFile()).equals(fingerprint())) {
      return Optional.empty();
    }
    return classPath();
  }

  /** Takes what Maven has just written as the answer for the present inputs. */
  Optional<List<Path>> remember() throws IOException {
    Files.writeString(fingerprintFile(), fingerprint());
    return classPath();
  }

  private Optional<List<Path>> classPath() throws IOException {
    if (!Files.isRegularFile(classPathFile())) {
      return Optional.empty();
    }
    List<Path> entries = new ArrayList<>();
    if (hasSources()) {
      entries.add(target().resolve("classes"));
    }
    String jars = Files.readString(classPathFile()).strip();
    Stream.of(jars.split(File.pathSeparator)).map(Path::of).forEach(entries::add);
    return entries.stream().allMatch(Files::exists)
        ? Optional.of(List.copyOf(entries))
        : Optional.empty();
  }

  private String fingerprint() throws IOException {
    MessageDigest digest = sha256();
    for (Path input : inputs()) {
      digest.update(folder.relativize(input).toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(input));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private List<Path> inputs() throws IOException {
    List<Path> inputs = new ArrayList<>(List.of(pom(), home.resolve("pom.xml")));
    if (hasSources()) {
      try (Stream<Path> sources = Files.walk(folder.resolve(SOURCES))) {
        sources.filter(Files::isRegularFile).sorted().forEach(inputs::add);
      }
    }
    return inputs;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
