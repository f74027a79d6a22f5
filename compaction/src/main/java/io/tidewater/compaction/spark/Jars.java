/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** What is submitted: the job in a jar of its own, and our libraries as jars of unique names. */
final class Jars {
  private static final String JOB = "io/tidewater/compaction/spark/job";

  private Jars() {}

  /** Packs the job. */
  static Path job(Path folder) throws IOException {
    Path jar = folder.resolve("job.jar");
    Path own = ownClasses();
    if (Files.isDirectory(own)) {
      pack(own, own.resolve(JOB), jar);
    } else {
      try (FileSystem inside = FileSystems.newFileSystem(own)) {
        Path root = inside.getPath("/");
        pack(root, root.resolve(JOB), jar);
      }
    }
    return jar;
  }

  /** Gathers a class path in a folder: jars, and folders of classes as jars. */
  static List<Path> libraries(List<Path> classPath, Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Path entry : classPath) {
      String name = "%03d-%s".formatted(jars.size(), entry.getFileName());
      if (Files.isDirectory(entry)) {
        Path jar = folder.resolve(name + ".jar");
        pack(entry, entry, jar);
        jars.add(jar);
      } else if (Files.exists(entry)) {
        jars.add(link(entry.toRealPath(), folder.resolve(name)));
      }
    }
    return jars;
  }

  /** A hard link where it can be, else a copy: Spark takes a symbolic link for what it links to. */
  private static Path link(Path jar, Path name) throws IOException {
    try {
      return Files.createLink(name, jar);
    } catch (FileSystemException | UnsupportedOperationException e) {
      return Files.copy(jar, name);
    }
  }

  private static void pack(Path root, Path part, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream output = new JarOutputStream(file);
        Stream<Path> files = Files.walk(part)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        output.putNextEntry(new JarEntry(root.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, output);
        output.closeEntry();
      }
    }
  }

  private static Path ownClasses() {
    try {
      return Path.of(Jars.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("This program was not loaded from a file", e);
    }
  }
}
