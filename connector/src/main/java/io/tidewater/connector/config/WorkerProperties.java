/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The properties of the Connect worker that runs the plugin. Connect does not hand them to a
 * plugin, so they are read from the file that the worker's command line names.
 *
 * @param values the properties, references to config providers resolved; empty if there is no file
 */
public record WorkerProperties(Map<String, String> values) {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProperties.class);
  private static final String COMMAND = "sun.java.command";

  /** The worker's main class, which a launcher may stand before, and its first argument. */
  private static final Pattern WORKER =
      Pattern.compile("\\.Connect(Distributed|Standalone)\\S*\\s+(?<file>\\S+)");

  private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

  public WorkerProperties {
    values = Map.copyOf(values);
  }

  /** No worker's properties. */
  public static WorkerProperties none() {
    return new WorkerProperties(Map.of());
  }

  /** The properties of the worker that is this process. */
  public static WorkerProperties ofThisProcess() {
    return ofCommand(System.getProperty(COMMAND));
  }

  /** The properties named by the command line of {@code ConnectDistributed} or its sibling. */
  static WorkerProperties ofCommand(@Nullable String command) {
    Matcher worker = WORKER.matcher(command == null ? "" : command);
    if (!worker.find()) {
      return none();
    }
    String file = worker.group("file");
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
      return properties.containsKey(BOOTSTRAP_SERVERS) ? resolved(properties) : none();
    } catch (IOException | ConfigException e) {
      LOG.warn(
          "Cannot read the worker's properties file={} reason={}; Kafka clients get iceberg.kafka.*"
              + " properties only",
          file,
          e.toString());
      return none();
    }
  }

  /** Kafka's own configuration class resolves references such as {@code ${file:...}}. */
  private static WorkerProperties resolved(Properties properties) {
    Map<String, String> values = new TreeMap<>();
    new AbstractConfig(new ConfigDef(), properties, false)
        .originals()
        .forEach((key, value) -> values.put(key, String.valueOf(value)));
    return new WorkerProperties(values);
  }

  /** Only the names: values may be secrets. */
  @Override
  public String toString() {
    return "WorkerProperties" + new TreeMap<>(values).keySet();
  }
}
