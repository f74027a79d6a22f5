/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads a plugin as Connect isolates it: Kafka's, SLF4J's and Java's own classes come from the
 * worker, all others from the plugin's jars and from nowhere else.
 */
final class PluginLoader extends URLClassLoader {
  private static final List<String> OF_THE_WORKER = List.of("org.apache.kafka.", "org.slf4j.");

  PluginLoader(List<Path> jars) {
    super(jars.stream().map(PluginLoader::url).toArray(URL[]::new), getPlatformClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return OF_THE_WORKER.stream().anyMatch(name::startsWith)
        ? PluginLoader.class.getClassLoader().loadClass(name)
        : super.loadClass(name, resolve);
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
