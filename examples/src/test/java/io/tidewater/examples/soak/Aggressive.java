/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.soak;

import java.util.Map;
import java.util.TreeMap;

/** Settings of the compaction service that nobody would choose: all of it, all the time. */
final class Aggressive {
  private Aggressive() {}

  static Map<String, String> settings(String catalogUri) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("catalog.type", "rest");
    settings.put("catalog.uri", catalogUri);
    settings.put("service.discovery-interval", "2s");
    settings.put("service.look-interval", "1s");
    settings.put("service.look-interval-max", "2s");
    settings.put("service.retry-interval", "1s");
    settings.put("service.retry-interval-max", "3s");
    settings.put("lease.heartbeat", "1s");
    settings.put("lease.timeout", "5s");
    settings.put("deletes.convert.after", "0s");
    settings.put("deletes.convert.files", "1");
    settings.put("deletes.repack.files", "2");
    settings.put("expire.max-snapshot-age", "5s");
    settings.put("expire.min-snapshot-age", "5s");
    settings.put("expire.trigger", "2");
    settings.put("expire.batch", "5");
    settings.put("orphans.interval", "5s");
    settings.put("orphans.min-age", "1h");
    settings.put("orphans.grace", "5s");
    return settings;
  }
}
