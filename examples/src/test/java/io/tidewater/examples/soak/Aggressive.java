/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.soak;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Settings of the compaction service that nobody would choose: all of it, all the time. */
public final class Aggressive {
  private static final List<String> KINDS =
      List.of(
          "convert-deletes",
          "rewrite",
          "repack-deletes",
          "manifests",
          "metadata",
          "expire",
          "orphans",
          "schema");

  private Aggressive() {}

  public static Map<String, String> settings(String catalogUri) {
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
    settings.put("console.port", "0");
    for (String kind : KINDS) {
      settings.put(kind + ".interval", "2s");
    }
    settings.put("convert-deletes.after", "0s");
    settings.put("convert-deletes.files", "1");
    settings.put("repack-deletes.files", "2");
    settings.put("rewrite.min-input-files", "2");
    settings.put("rewrite.growth", "1.5");
    settings.put("rewrite.min-gain", "0");
    settings.put("rewrite.delete-ratio", "0.05");
    settings.put("rewrite.cold-after", "3s");
    settings.put("manifests.min-input", "3");
    settings.put("manifests.min-gain", "0");
    settings.put("manifests.min-age", "0s");
    settings.put("metadata.previous-versions", "5");
    settings.put("expire.max-snapshot-age", "5s");
    settings.put("expire.min-snapshot-age", "5s");
    settings.put("expire.trigger", "2");
    settings.put("expire.batch", "5");
    settings.put("orphans.min-age", "1h");
    settings.put("orphans.grace", "5s");
    return settings;
  }
}
