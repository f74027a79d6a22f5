/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark;

import io.tidewater.testing.jars.ServerJars;
import io.tidewater.testing.jars.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A Spark installation of jars from Maven: {@code jars} and {@code bin/spark-submit}, which does
 * what the one of a distribution does. Among its jars is Iceberg's runtime for Spark, as in many
 * installations.
 */
record SparkHome(Path path) {
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  static SparkHome in(Path path) throws IOException {
    Path jars = Files.createDirectories(path.resolve("jars"));
    for (Path jar : ServerJars.of(Stack.SPARK)) {
      if (Files.isRegularFile(jar)) {
        Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
      }
    }
    SparkHome home = new SparkHome(path);
    Files.createDirectories(home.submit().getParent());
    Files.writeString(
        home.submit(),
        "#!/bin/sh\nSPARK_HOME='"
            + path
            + "'\nexport SPARK_HOME\nexec '"
            + System.getProperty("java.home")
            + "/bin/java' -Xmx512m "
            + String.join(" ", opened())
            + " -cp \"$SPARK_HOME/jars/*\" org.apache.spark.deploy.SparkSubmit \"$@\"\n");
    Files.setPosixFilePermissions(home.submit(), PosixFilePermissions.fromString("rwx------"));
    return home;
  }

  Path submit() {
    return path.resolve("bin/spark-submit");
  }

  /** All jars. */
  List<Path> jars() {
    return List.of(path.resolve("jars/*"));
  }

  /** The packages that Spark's own launcher opens. */
  static List<String> opened() {
    return OPENED.stream().map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED").toList();
  }
}
