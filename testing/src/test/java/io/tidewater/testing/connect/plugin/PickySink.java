/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect.plugin;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** A connector for tests, which wants a colour and whose task fails at a record it dislikes. */
public final class PickySink extends SinkConnector {
  @Override
  public void start(Map<String, String> configuration) {}

  @Override
  public Class<? extends Task> taskClass() {
    return PickyTask.class;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int tasks) {
    return Collections.nCopies(tasks, Map.of());
  }

  @Override
  public void stop() {}

  @Override
  public ConfigDef config() {
    return new ConfigDef()
        .define("colour", ConfigDef.Type.STRING, ConfigDef.Importance.HIGH, "Any colour.");
  }

  @Override
  public String version() {
    return "1.2.3";
  }
}
