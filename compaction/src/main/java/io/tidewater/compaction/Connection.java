/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.policy.Configuration;
import io.tidewater.compaction.policy.ConfigurationReader;
import io.tidewater.compaction.source.TableSource;
import io.tidewater.compaction.source.TableSources;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.iceberg.CatalogProperties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags by which every command finds its catalog and its options. */
final class Connection {
  private static final String CATALOG_NAME = "tidewater";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = {"-c", "--catalog-uri"},
      paramLabel = "URI",
      description = "The Iceberg REST catalog. Other catalogs by --catalog-property.")
  private @Nullable String uri;

  @Option(
      names = "--catalog-property",
      paramLabel = "KEY=VALUE",
      description =
          "A property of the Iceberg catalog, such as type, catalog-impl, warehouse, token or"
              + " s3.endpoint. In a value, $${env:NAME} stands for that environment variable; give"
              + " secrets so. Repeatable.")
  private Map<String, String> catalogProperties = new HashMap<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Properties file with options, tables[PATTERN].options and catalog.properties; see"
              + " docs/compaction.md. Flags win over it.")
  private @Nullable Path file;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description = "Where data files are rewritten: local or spark; see service.engine.")
  private @Nullable String engine;

  @Option(
      names = {"-o", "--option"},
      paramLabel = "NAME=VALUE",
      description = "An option of docs/compaction.md, as in the configuration file. Repeatable.")
  private Map<String, String> options = new LinkedHashMap<>();

  /**
   * Reads the options and opens the catalog.
   *
   * @throws ParameterException an option is wrong, or no catalog is named
   */
  Session open() {
    return open(Map.of());
  }

  /**
   * The same, with settings that hold unless the file or the flags say otherwise.
   *
   * @throws ParameterException an option is wrong, or no catalog is named
   */
  Session open(Map<String, String> defaults) {
    try {
      Configuration configuration = configuration(defaults);
      TableSource source = TableSources.open(CATALOG_NAME, configuration.catalog());
      return new Session(
          configuration, source, StandardMaintenances.over(source.catalog(), configuration));
    } catch (IOException | IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Configuration configuration(Map<String, String> defaults) throws IOException {
    Map<String, String> settings = new HashMap<>(defaults);
    settings.putAll(fileSettings());
    settings.putAll(options);
    catalogProperties.forEach((name, value) -> settings.put("catalog." + name, value));
    if (engine != null) {
      settings.put(EngineOptions.ENGINE.name(), engine);
    }
    if (uri != null) {
      settings.put("catalog." + CatalogProperties.URI, uri);
    }
    return new ConfigurationReader(
            ServiceOptions.book(), StandardMaintenances.described().options(), System.getenv())
        .read(settings, file == null ? "command line" : file.toString());
  }

  private Map<String, String> fileSettings() throws IOException {
    Map<String, String> settings = new HashMap<>();
    if (file == null) {
      return settings;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new IOException("cannot read the configuration file " + file + ": " + e, e);
    }
    properties.stringPropertyNames().forEach(n -> settings.put(n, properties.getProperty(n)));
    return settings;
  }
}
