/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.trino;

import io.tidewater.testing.jars.ServerJars;
import io.tidewater.testing.jars.Stack;
import io.tidewater.testing.process.PropertiesFile;
import io.tidewater.testing.process.ServerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** The files that Trino reads at its start: configuration, catalogs, and the Iceberg plugin. */
final class TrinoInstallation {
  private static final String ICEBERG_PLUGIN = "io.trino.plugin.iceberg.IcebergPlugin";

  private final TrinoSettings settings;

  TrinoInstallation(TrinoSettings settings) {
    this.settings = settings;
  }

  Path configuration() {
    return settings.directory().resolve("etc/config.properties");
  }

  Path logLevels() {
    return settings.directory().resolve("etc/log.properties");
  }

  Path catalogs() {
    return settings.directory().resolve("etc/catalog");
  }

  Path plugins() {
    return settings.directory().resolve("plugin");
  }

  Path data() {
    return settings.directory().resolve("data");
  }

  void write() {
    PropertiesFile.write(configuration(), serverProperties());
    PropertiesFile.write(logLevels(), Map.of("io.trino", "WARN", "io.airlift", "WARN"));
    settings
        .catalogs()
        .forEach(
            (name, properties) ->
                PropertiesFile.write(catalogs().resolve(name + ".properties"), properties));
    try {
      Files.createDirectories(catalogs());
      writePlugin(plugins().resolve("iceberg"), ServerJars.of(Stack.TRINO_ICEBERG));
    } catch (IOException e) {
      throw new ServerException("Cannot lay out Trino in " + settings.directory(), e);
    }
  }

  private Map<String, String> serverProperties() {
    return Map.of(
        "coordinator", "true",
        "node-scheduler.include-coordinator", "true",
        "http-server.http.port", Integer.toString(settings.port()),
        "discovery.uri", "http://127.0.0.1:" + settings.port(),
        "query.max-memory", "200MB",
        "query.max-memory-per-node", "200MB",
        "memory.heap-headroom-per-node", "100MB",
        "catalog.management", "static");
  }

  /**
   * Trino wants the jars of a plugin in one folder, and a service file that the published ones
   * lack: one jar that holds the service file and refers to all the others gives it both.
   */
  private static void writePlugin(Path folder, List<Path> jars) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            jars.stream().map(jar -> jar.toUri().toString()).collect(Collectors.joining(" ")));
    Files.createDirectories(folder);
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(folder.resolve("plugin.jar")), manifest)) {
      jar.putNextEntry(new ZipEntry("META-INF/services/io.trino.spi.Plugin"));
      jar.write(ICEBERG_PLUGIN.getBytes(StandardCharsets.UTF_8));
      jar.closeEntry();
    }
  }
}
