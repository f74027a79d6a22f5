/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How Spark is reached. Its driver runs on this machine; its version is 4.0 or later, with Scala
 * 2.13 and Java 17 or later on all nodes.
 *
 * @param submit the {@code spark-submit} of a Spark installation
 * @param configuration Spark's, such as {@code spark.master}; wins over the installation's {@code
 *     spark-defaults.conf}. It stands in the list of processes: secrets belong in that file
 * @param libraries our class path, jars and folders of classes
 * @param folder an existing local folder for what goes to and fro
 */
public record SparkSettings(
    Path submit, Map<String, String> configuration, List<Path> libraries, Path folder) {
  public SparkSettings {
    configuration = Map.copyOf(new TreeMap<>(configuration));
    libraries = List.copyOf(libraries);
  }

  /** The class path of this process. */
  public static List<Path> ownLibraries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }
}
