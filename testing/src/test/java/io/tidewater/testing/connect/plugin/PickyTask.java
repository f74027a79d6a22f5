/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect.plugin;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** Takes every record but poison. */
public final class PickyTask extends SinkTask {
  @Override
  public void start(Map<String, String> configuration) {}

  @Override
  public void put(Collection<SinkRecord> records) {
    for (SinkRecord taken : records) {
      if ("poison".equals(taken.value())) {
        throw new ConnectException("I do not take poison");
      }
    }
  }

  @Override
  public void stop() {}

  @Override
  public String version() {
    return "1.2.3";
  }
}
