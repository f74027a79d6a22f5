/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The configuration of a distributed worker on a cluster with one broker. */
final class WorkerProperties {
  private static final String STRING_CONVERTER = "org.apache.kafka.connect.storage.StringConverter";
  private static final String JSON_CONVERTER = "org.apache.kafka.connect.json.JsonConverter";

  private WorkerProperties() {}

  static Map<String, String> of(WorkerSettings settings) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("bootstrap.servers", settings.bootstrapServers());
    properties.put("group.id", settings.groupId());
    properties.put("listeners", "HTTP://127.0.0.1:" + settings.port());
    properties.put("rest.advertised.host.name", "127.0.0.1");
    properties.put("rest.advertised.port", Integer.toString(settings.port()));
    for (String storage : new String[] {"config", "offset", "status"}) {
      properties.put(storage + ".storage.topic", settings.groupId() + "-" + storage);
      properties.put(storage + ".storage.replication.factor", "1");
    }
    properties.put("offset.storage.partitions", "1");
    properties.put("status.storage.partitions", "1");
    properties.put("key.converter", STRING_CONVERTER);
    properties.put("value.converter", JSON_CONVERTER);
    properties.put("plugin.discovery", "service_load");
    if (!settings.pluginPath().isEmpty()) {
      properties.put(
          "plugin.path",
          settings.pluginPath().stream().map(Path::toString).collect(Collectors.joining(",")));
    }
    properties.put("offset.flush.interval.ms", "1000");
    properties.put("scheduled.rebalance.max.delay.ms", "0");
    properties.putAll(settings.properties());
    return properties;
  }
}
