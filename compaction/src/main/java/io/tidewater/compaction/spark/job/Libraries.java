/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark.job;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.spark.SparkFiles;

/**
 * Our libraries on an executor, apart from Spark's: their loader sees the JDK and nothing else. One
 * for each application in a JVM, and never closed, since the executor ends with the application.
 */
final class Libraries {
  private static final String RUNNER = "io.tidewater.compaction.spark.GroupRunner";
  private static final Map<List<String>, Libraries> OPEN = new ConcurrentHashMap<>();

  private final ClassLoader loader;
  private final Function<byte[][], byte[]> runner;

  private Libraries(ClassLoader loader, Function<byte[][], byte[]> runner) {
    this.loader = loader;
    this.runner = runner;
  }

  /**
   * The libraries of some names.
   *
   * @param names of jars among the files that were submitted with the job
   */
  static Libraries open(List<String> names) {
    return OPEN.computeIfAbsent(names, Libraries::load);
  }

  /**
   * Rewrites a group.
   *
   * @param attempt unique to this attempt at the group
   */
  byte[] rewrite(byte[] work, byte[] group, String attempt) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return runner.apply(new byte[][] {work, group, attempt.getBytes(StandardCharsets.UTF_8)});
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @SuppressWarnings("unchecked") // GroupRunner is one, in a class loader of its own.
  private static Libraries load(List<String> names) {
    URL[] jars = names.stream().map(Libraries::url).toArray(URL[]::new);
    ClassLoader loader =
        new URLClassLoader("tidewater", jars, ClassLoader.getPlatformClassLoader());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Object runner =
          Class.forName(RUNNER, true, loader)
              .getConstructor(Path.class)
              .newInstance(Path.of(SparkFiles.getRootDirectory()));
      return new Libraries(loader, (Function<byte[][], byte[]>) runner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("our libraries do not fit together: " + names, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URL url(String name) {
    Path jar = Path.of(SparkFiles.get(name));
    if (!Files.isReadable(jar)) {
      throw new IllegalStateException("Spark has not brought the library " + jar);
    }
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
