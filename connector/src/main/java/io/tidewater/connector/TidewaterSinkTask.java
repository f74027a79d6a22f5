/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** Writes records to tables. Placeholder until the task is merged: it refuses to start. */
public final class TidewaterSinkTask extends SinkTask {
  @Override
  public String version() {
    return PluginVersion.current();
  }

  @Override
  public void start(Map<String, String> properties) {
    throw new ConnectException("This build has no sink task");
  }

  @Override
  public void put(Collection<SinkRecord> records) {
    throw new ConnectException("This build has no sink task");
  }

  @Override
  public void stop() {}
}
